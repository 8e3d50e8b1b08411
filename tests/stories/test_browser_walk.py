"""A walk over every main page as a member: nothing complains, nothing is missing, nothing sticks out."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.look.pages import ANYONE, INSIDE, OUTSIDE, OWN, Sight, address
from tests.look.wearing import undressed
from tests.stories.stage import Town

pytestmark = pytest.mark.browser

NAMES = {
    "professional": {"network": "professional", "me": "ada.work", "other": "cleo.work", "far": "cleo.work"},
    "social": {"network": "social", "me": "ada", "other": "ben", "far": "cleo"},
}
# Chromium itself says so of every page that is not there, which one of them is meant to be.
_ABSENT = re.compile("Failed to load resource.*404")

# Scripts that came under their own name and under the one that tells their content.
_TWICE = r"""() => {
  const names = performance.getEntriesByType("resource").map((each) => new URL(each.name).pathname)
    .filter((name) => name.endsWith(".js")).map((name) => name.replace(/\.[0-9a-f]{12}\.js$/, ".js"));
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}"""


class Walk:
    """One window in which pages are opened one after the other; what is wrong with them gathers in `wrong`."""

    def __init__(self, here: Town, page: Page):
        self.base, self.page, self.where, self.status = here.base, page, "", 200
        self.wrong: list[str] = []
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.wrong.append(f"{self.where}: {error}"))
        page.on("requestfailed", lambda sent: self._failed(sent.url, sent.failure or ""))
        page.on("response", lambda answer: self._answered(answer.url, answer.status))

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not (self.status == 404 and _ABSENT.search(text)):
            self.wrong.append(f"{self.where}: {text}")

    def _failed(self, url: str, why: str) -> None:
        # Leaving a page ends its stream and whatever was still on its way.
        if "/live/" not in url and "ERR_ABORTED" not in why:
            self.wrong.append(f"{self.where}: {url}: {why}")

    def _answered(self, url: str, status: int) -> None:
        if status >= 400 and url != self.where:
            self.wrong.append(f"{self.where}: {url} answered {status}")

    def to(self, sight: Sight, names: dict[str, str]) -> None:
        self.where, self.status = sight.name, sight.status
        where = address(self.page, self.base, sight, names)
        assert where, sight.name
        self.where = where
        answer = self.page.goto(where)
        if answer is None or answer.status != sight.status:
            self.wrong.append(f"{where}: answered {answer.status if answer else 'nothing'}")
        expect(self.page.locator("main, [id=swagger-ui]").first).to_be_visible()
        over = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            self.wrong.append(f"{where}: {over} px wider than its window")

    def look(self, *, with_axe: bool = True) -> None:
        found = undressed(self.page) + (axe(self.page) if with_axe else [])
        found += [f"{name} is there twice, and does everything twice" for name in self.page.evaluate(_TWICE)]
        self.wrong += [f"{self.where}: {each}" for each in found]


# `make look` walks through every network in every width and theme, and asks axe everywhere: that is what takes long.
@pytest.mark.parametrize(("network", "width"), [("professional", 1280), ("social", 320)])
def test_a_member_walks_everywhere(here: Town, chromium: Browser, network: str, width: int):
    page = here.window(chromium, "ada", viewport={"width": width, "height": 900}).new_page()
    walk = Walk(here, page)
    turn = list(NAMES).index(network)
    for place, sight in enumerate(each for each in INSIDE if not each.demo):
        in_turn = place % len(NAMES) == turn
        # What lies in one network alone would be walked twice.
        if in_turn or not sight.path or "{network}" in sight.path:
            walk.to(sight, NAMES[network])
            walk.look(with_axe=in_turn)
    page.context.close()
    assert walk.wrong == []


def test_a_stranger_walks_everywhere(here: Town, chromium: Browser):
    page = here.window(chromium, viewport={"width": 320, "height": 900}).new_page()
    walk = Walk(here, page)
    for sight in OUTSIDE:
        walk.to(sight, {})
        walk.look()
    for names in NAMES.values():
        for sight in ANYONE:
            walk.to(sight, names)
            walk.look()
    page.set_viewport_size({"width": 1280, "height": 900})
    walk.to(Sight("for programs", "/api/docs"), {})
    page.context.close()
    assert walk.wrong == []


def test_a_member_walks_through_the_settings(here: Town, chromium: Browser):
    page = here.window(chromium, "ada", viewport={"width": 320, "height": 900}).new_page()
    walk = Walk(here, page)
    for sight in OWN:
        walk.to(sight, {})
        walk.look()
    page.context.close()
    assert walk.wrong == []
