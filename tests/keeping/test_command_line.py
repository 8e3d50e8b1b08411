"""Every command says what it does; what goes wrong is said with what to do, and without a traceback."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.server import Served
from twofold.config.cli import COMMANDS, main


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    """Commands close what they write to others, for good; here only until the test ends."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert COMMANDS[name].split(",")[0].split(":")[0] in said


def test_without_a_command_it_introduces_itself(capsys):
    assert main([]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


def test_an_unknown_command_is_answered_with_those_there_are(capsys):
    assert main(["serv"]) == 2
    said = capsys.readouterr().err
    assert "“serv”" in said
    assert "serve" in said


def test_a_database_that_was_not_prepared_is_not_served(tmp_path):
    refused = Served(tmp_path, environment={"DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3"}).ask(
        "serve", check=False
    )
    assert refused.returncode == 1
    assert "twofold init" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_what_pages_are_made_of_is_gathered_when_it_is_missing_or_older_than_the_program(tmp_path):
    server = Served(tmp_path)
    server.prepare()
    gathered = tmp_path / "static" / "staticfiles.json"
    shutil.rmtree(gathered.parent)
    server.start()
    try:
        page = urllib.request.urlopen(server.base + "/").read().decode()
        sheet = re.search(r'rel="stylesheet" href="([^"]+)"', page)[1]
        assert urllib.request.urlopen(server.base + sheet).status == 200
    finally:
        server.stop()
    before = gathered.stat().st_mtime_ns
    server.ask("init", "--quiet")
    assert gathered.stat().st_mtime_ns == before, "nothing changed, so nothing is gathered again"
    (gathered.parent / "gathered.txt").write_text("of an older version")
    server.ask("init", "--quiet")
    assert gathered.stat().st_mtime_ns > before


def test_nothing_goes_on_serving_when_the_launcher_alone_is_killed(tmp_path):
    server = Served(tmp_path)
    server.prepare()
    server.start()
    launcher = server.process
    launcher.kill()
    launcher.wait()
    try:
        until = time.monotonic() + 10
        while _goes_on(launcher.pid) and time.monotonic() < until:
            time.sleep(0.1)
        assert not _goes_on(launcher.pid)
    finally:
        server.kill()


def _goes_on(group: int) -> bool:
    """Whether any process of the group lives."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_database_that_does_not_answer_is_said(tmp_path):
    address = "postgres://nobody@127.0.0.1:1/none"
    refused = Served(tmp_path, environment={"DATABASE_URL": address}).ask("init", check=False)
    assert refused.returncode == 1
    assert "DATABASE_URL" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_of_others_is_said(tmp_path):
    tmp_path.chmod(0o500)
    refused = Served(tmp_path / "in" / "there").ask("init", check=False)
    assert "TWOFOLD_DATA_DIR" in refused.stderr


@pytest.mark.django_db
def test_an_administrator_is_made_once_and_with_a_good_password(capsys, monkeypatch):
    def make(password: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", _Line(password))
        code = main(["createadmin", "Ada@Example.org", "--password-stdin"])
        return code, capsys.readouterr().err

    assert make("short")[0] == 1
    assert make("a long enough secret")[0] == 0
    code, said = make("a long enough secret")
    assert code == 1
    assert "already" in said


class _Line:
    def __init__(self, words: str):
        self.words = words

    def readline(self) -> str:
        return self.words + "\n"


def test_it_starts_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "twofold.config.cli", "help"], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "twofold COMMAND" in done.stdout
