"""A group in a real browser, wide and on a phone: made, asked into, talked in, written in together, signed, left."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town

pytestmark = pytest.mark.browser


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
    assert axe(page) == []


def into(page: Page, tab: str) -> None:
    page.locator(".group-head .tabs").get_by_role("link", name=tab, exact=True).click()


def test_a_group_from_its_making_to_its_handing_on(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", viewport={"width": 1280, "height": 900})
    ben = here.page(chromium, "ben", viewport={"width": 390, "height": 844}, has_touch=True)
    ada.goto("/social/groups/new/")
    ada.get_by_label("Name", exact=True).fill("Ice fishers")
    ada.locator("label", has_text="Members of this network find it.").click()
    ada.locator("label", has_text="People ask, and one of those").click()
    ada.get_by_label("Rules").fill("Leave the ice as it was.")
    ada.get_by_label("Questions to those who ask to join").fill("Which lake?")
    ada.get_by_role("button", name="Make the group").click()
    expect(ada.get_by_role("heading", name="Ice fishers")).to_be_visible()
    where = ada.url
    ada.get_by_label("What you want to say to the group").fill("When do we meet?")
    ada.locator("#poll summary").click()
    for number, answer in enumerate(("Saturday", "Sunday")):
        ada.locator("[name=option]").nth(number).fill(answer)
    ada.get_by_role("button", name="Post", exact=True).click()
    expect(ada.locator("#feed")).to_contain_text("Saturday")
    fits(ada)
    ben.goto(where)
    expect(ben.get_by_text("For members", exact=True)).to_be_visible()
    ben.get_by_label("I have read the rules and agree to them").check()
    ben.get_by_label("Which lake?").fill("The small one")
    ben.get_by_role("button", name="Ask to join").click()
    expect(ben.get_by_text("You asked to join.")).to_be_visible()
    into(ada, "Desk")
    expect(ada.get_by_text("The small one")).to_be_visible()
    ada.get_by_role("button", name="Let in").click()
    expect(ada.get_by_text("Nothing waits")).to_be_visible()
    ben.reload()
    expect(ben.locator("#feed")).to_contain_text("When do we meet?")
    fits(ben)
    _write_together(ada, ben)
    _sign(ada, ben)
    ada.goto(where)
    ada.locator(".group-head summary", has_text="More").click()
    ada.get_by_role("link", name="Leave").click()
    expect(ada.get_by_text("owns it after you")).to_be_visible()
    ada.get_by_role("button", name="Leave").click()
    ben.goto(where)
    expect(ben.get_by_text("You: Owner")).to_be_visible()
    # The browser says of the page that was refused that it was.
    assert [each for each in here.complaints if "422" not in each] == []


def _write_together(ada: Page, ben: Page) -> None:
    """Both open one page; who comes second is told, and loses nothing."""
    into(ada, "Pages")
    ada.get_by_role("link", name="Write the first").click()
    ada.get_by_label("Title").fill("What to bring")
    ada.get_by_label("Text").fill("A drill")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.get_by_role("heading", name="What to bring")).to_be_visible()
    ben.goto(ada.url)
    for page in (ada, ben):
        page.get_by_role("link", name="Write on it").click()
    for page, text in ((ada, "A drill\nTea"), (ben, "A drill\nBread")):
        page.get_by_label("Text").fill(text)
        page.get_by_role("button", name="Keep").click()
    expect(ben.get_by_role("alert")).to_contain_text("changed this page while you wrote")
    expect(ben.locator(".compared del")).to_have_text("Tea")
    expect(ben.get_by_label("Text")).to_have_value("A drill\nBread")
    fits(ben)
    ben.get_by_label("Text").fill("A drill\nTea\nBread")
    ben.get_by_role("button", name="Keep").click()
    expect(ben.get_by_role("link", name="3 versions")).to_be_visible()


def _sign(ada: Page, ben: Page) -> None:
    into(ada, "Signing")
    ada.get_by_label("What people sign, in a sentence").fill("I take my litter home")
    ada.get_by_role("button", name="Open it").click()
    expect(ada.get_by_role("heading", name="I take my litter home")).to_be_visible()
    into(ben, "Signing")
    ben.get_by_label("Show my name").check()
    for _twice in range(2):
        ben.locator(".call form .btn").first.click()
        expect(ben.get_by_text("1 member signed")).to_be_visible()
    expect(ben.get_by_text("By name:")).to_contain_text("Ben Ito")
