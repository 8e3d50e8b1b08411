"""A real server of our own for a test: `twofold serve` on a free port, in a process group that can be killed whole."""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path


def copied_once(name: str, folder: Path, make: Callable[[], object]) -> None:
    """Fill `folder` by `make`, or with a copy of what it made the first time in this run of the tests.

    Outside the tests, as when something is measured, nothing is shared.
    """
    if "TWOFOLD_TEST_SHARED" not in os.environ:
        make()
        return
    shared = Path(os.environ["TWOFOLD_TEST_SHARED"])
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).exists():
            make()
            shutil.copytree(folder, shared / f"{name}.new")
            (shared / f"{name}.new").rename(shared / name)
            return
    shutil.copytree(shared / name, folder, dirs_exist_ok=True)


class Served:
    """A server at `base`. Its output goes to a log in its data folder."""

    def __init__(self, folder: Path, *, environment: Mapping[str, str] | None = None, port: int = 0):
        self.folder = folder
        self.port = port or free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "TWOFOLD_DATA_DIR": str(folder),
            "TWOFOLD_BASE_URL": self.base,
            "TWOFOLD_MAIL_URL": "dummymail://",
            **(environment or {}),
        }
        self.log = folder / "server.log"
        self.process: subprocess.Popen | None = None

    def ask(self, *words: str, given: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run `twofold WORDS` on this server's data."""
        command = [sys.executable, "-m", "twofold.config.cli", *words]
        done = subprocess.run(command, env=self.environment, input=given, capture_output=True, text=True)
        if check and done.returncode:
            raise AssertionError(f"twofold {' '.join(words)}: {done.stdout}{done.stderr}")
        return done

    def prepare(self) -> None:
        """What `twofold init` does. On SQLite once in a run: every further server begins with a copy."""
        if self.environment.get("DATABASE_URL", "").startswith("postgres"):
            self.ask("init", "--quiet")
        else:
            copied_once("prepared", self.folder, lambda: self.ask("init", "--quiet"))

    def start(self, *, within: float = 30) -> float:
        """Start and wait until it answers; how many seconds that took."""
        begun = time.monotonic()
        command = [sys.executable, "-m", "twofold.config.cli", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env=self.environment,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() - begun > within:
                self.kill()
                raise AssertionError(f"The server did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.03)
        return time.monotonic() - begun

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(self.base + "/health", timeout=2).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return True
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """End everything at once, as a power cut would."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """End it as `systemctl stop` would."""
        self._signal(signal.SIGTERM)

    def _signal(self, which: signal.Signals) -> None:
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, which) if which is signal.SIGKILL else self.process.send_signal(which)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def served(folder: Path, *, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """A server on the new data folder `folder`, prepared, running, and ended afterwards."""
    server = Served(folder, environment=environment)
    server.prepare()
    server.start()
    try:
        yield server
    finally:
        server.stop()
