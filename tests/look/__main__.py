"""Start a server with the demo network, look at every page, and say what is wrong."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from tests.look.camera import Look, browser, look, window
from tests.look.pages import ANYONE, INSIDE, OUTSIDE, OWN, Sight, address
from tests.look.weight import MOST_BYTES, weigh
from tests.server import Served

THEMES = ("light", "dark")
WIDTHS = (1280, 390)
# Who the demo's first person is, somebody close, and somebody further away.
PEOPLE = {
    "professional": {"network": "professional", "me": "nadia.okafor", "other": "", "far": ""},
    "social": {"network": "social", "me": "nadi", "other": "", "far": ""},
}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.look")
    parser.add_argument("--only", default="", help="pages whose name holds this word")
    parser.add_argument("--port", type=int, default=0, help="the port of the server that is started")
    parser.add_argument(
        "--server", default="", help="a running server in demo mode, instead of one of our own"
    )
    parser.add_argument("--into", type=Path, default=Path("build/look"))
    return parser.parse_args()


def sign_in(of: Browser, base: str) -> dict:
    """Come in as the demo's first person by the button on the sign-in page; what the browser keeps then."""
    context = of.new_context()
    page = context.new_page()
    page.goto(f"{base}/account/login/")
    page.locator(".demo-door button").first.click()
    page.wait_for_load_state()
    for network, names in PEOPLE.items():
        page.goto(f"{base}/{network}/people/")
        names["other"] = handle_on(page, names["me"])
        page.goto(f"{base}/{network}/people/find/")
        names["far"] = handle_on(page, names["me"]) or names["other"]
    state = context.storage_state()
    context.close()
    return dict(state)


def handle_on(page, me: str) -> str:
    """The first handle that the main part of the page links to, but one's own."""
    links = page.locator("main a[href*='/@']").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    handles = [link.split("/@")[1].split("/")[0] for link in links]
    return next((handle for handle in handles if handle != me), "")


class Tour:
    def __init__(self, of: Browser, base: str, into: Path, only: str):
        self.of, self.base, self.into, self.only = of, base, into, only
        self.looks: list[Look] = []

    def round(self, sights: list[Sight], state: dict | None, networks: tuple[str, ...] = ("",)) -> None:
        for network in networks:
            for theme in THEMES:
                for width in WIDTHS:
                    self._visit(sights, state, network, theme, width)

    def _visit(self, sights: list[Sight], state: dict | None, network: str, theme: str, width: int) -> None:
        context = window(self.of, width=width, theme=theme, state=state)
        for sight in sights:
            if self.only not in sight.name:
                continue
            page = context.new_page()
            name = "-".join(part for part in (sight.name, network, theme, str(width)) if part)
            where = address(page, self.base, sight, PEOPLE.get(network, {}))
            if where is None:
                print(f"FAIL {name}\n       no link leads there", flush=True)
                self.looks.append(Look(name, problems=["no link leads there"]))
            else:
                self._look(page, where, name, sight.status)
            page.close()
        context.close()

    def turned(self, sights: list[Sight], state: dict) -> None:
        """The same pages from right to left, at the narrowest width."""
        for network in PEOPLE:
            context = window(self.of, width=320, theme="light", state=state, language="ar")
            for sight in sights:
                page = context.new_page()
                if sight.path and self.only in sight.name:
                    where = self.base + sight.path.format(**PEOPLE[network])
                    self._look(page, where, f"{sight.name}-{network}-rtl-320", sight.status)
                page.close()
            context.close()

    def _look(self, page, where: str, name: str, status: int) -> None:
        found = look(page, where, name, self.into / f"{name}.png", status=status)
        self.looks.append(found)
        print(f"{'ok  ' if not found.problems else 'FAIL'} {name}", flush=True)
        for problem in found.problems:
            print(f"       {problem}")


def report(looks: list[Look], bytes_of: dict[str, int], into: Path) -> int:
    wrong = [found for found in looks if found.problems]
    total = sum(bytes_of.values())
    parts = ", ".join(f"{kind} {size:,}" for kind, size in sorted(bytes_of.items()))
    print(
        f"first page without pictures: {total:,} bytes compressed, headers included ({parts}); most {MOST_BYTES:,}"
    )
    print(f"layout shift: at most {max((found.shift for found in looks), default=0):.4f}")
    print(f"look: {len(looks)} pictures in {into}, {len(wrong)} with something wrong")
    return 1 if wrong or total > MOST_BYTES else 0


@contextmanager
def demo(asked: argparse.Namespace) -> Iterator[str]:
    """The address of a server with the demo network: a running one, or one of our own for the while."""
    if asked.server:
        yield asked.server.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="twofold-look-") as folder:
        server = Served(Path(folder), environment={"TWOFOLD_DEMO": "1"}, port=asked.port)
        server.ask("init", "--quiet")
        server.ask("demo")
        server.start()
        try:
            yield server.base
        finally:
            server.stop()


def main() -> int:
    asked = options()
    asked.into.mkdir(parents=True, exist_ok=True)
    with demo(asked) as base, browser() as of:
        state = sign_in(of, base)
        tour = Tour(of, base, asked.into, asked.only)
        networks = tuple(PEOPLE)
        tour.round(OUTSIDE, None)
        tour.round(ANYONE, None, networks)
        tour.round(OWN, state)
        tour.round(INSIDE, state, networks)
        tour.turned(INSIDE, state)
        return report(tour.looks, weigh(of, f"{base}/professional/", state), asked.into)


if __name__ == "__main__":
    sys.exit(main())
