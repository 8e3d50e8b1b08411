"""Stories in a real browser, on a wide window and on a phone: told, turned by key and finger, felt about, kept."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town, picture, press

pytestmark = pytest.mark.browser

WINDOWS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


def tell(page: Page, words: str, *files) -> None:
    page.goto("/social/stories/new")
    if files:
        page.locator("#f-pictures").set_input_files(list(files))
        expect(page.locator(".desk-pictures li")).to_have_count(len(files))
    page.locator("#f-text").fill(words)
    page.get_by_role("button", name="Tell it").last.click()
    expect(page.locator("#flashes")).to_contain_text("in a day")


@pytest.mark.parametrize("size", WINDOWS)
def test_stories_are_told_turned_and_kept(here: Town, chromium: Browser, size):
    view = {"viewport": WINDOWS[size], "has_touch": size == "phone"}
    ada, ben = here.page(chromium, "ada", **view), here.page(chromium, "ben", **view)
    tell(ada, f"First {size}")
    tell(ada, f"Second {size}", picture("one"), picture("two"))
    ben.goto("/social/")
    ring = ben.locator("#story-strip .ring.fresh", has_text="Ada")
    ring.click()
    expect(ben.locator(".story-words")).to_contain_text("First" if size == "wide" else "First phone")
    assert axe(ben) == []
    press(ben, "ArrowRight")
    expect(ben.locator(".story-words")).to_contain_text("Second")
    expect(ben.locator(".story-top time")).to_have_text("now")
    ben.get_by_label("Answer in a message").fill(f"What a day {size}")
    press(ben, "Enter")
    expect(ben.locator("#toasts")).to_contain_text("has your answer.")
    expect(ben.get_by_label("Answer in a message")).to_have_value("")
    ben.locator("#story").focus()
    press(ben, "ArrowRight")
    expect(ben.locator(".story-words")).to_have_count(0)
    press(ben, "ArrowLeft")
    expect(ben.locator(".story-words")).to_contain_text("Second")
    love = ben.get_by_role("button", name="Love")
    love.click()
    expect(love).to_have_attribute("aria-pressed", "true")
    wide = ben.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    press(ben, "Escape")
    ben.wait_for_url("**/social/")
    ada.goto("/social/stories/")
    ada.locator(".own-stories li", has=ada.get_by_role("link", name="Seen by")).nth(1).get_by_role(
        "link", name="Seen by"
    ).click()
    expect(ada.locator("#looks")).to_contain_text("Ben")
    ada.get_by_role("link", name="Back to the story").click()
    ada.get_by_role("link", name="Keep").last.click()
    ada.get_by_label("A new highlight").fill(f"Days {size}")
    ada.get_by_role("button", name="Keep").last.click()
    ben.goto("/social/@ada/")
    ben.get_by_role("link", name=f"Days {size}").click()
    expect(ben.locator(".story-words")).to_contain_text(f"Second {size}")


def test_a_story_that_is_gone_meanwhile_is_passed_over(here: Town, chromium: Browser):
    """Nobody is thrown out to a page that says that nothing is there: the one after it comes."""
    ada = here.page(chromium, "ada")
    # The browser complains of what is gone: as it should, so nobody listens here.
    ben = here.window(chromium, "ben").new_page()
    for words in ("Early bird", "Middling", "Late bird"):
        tell(ada, words)
    ada.goto("/social/stories/")
    early, gone = (
        ada.locator(".own-stories li", has_text=words).locator("a.story-still").get_attribute("href")
        for words in ("Early bird", "Middling")
    )
    ben.goto(early or "")
    ada.goto(f"{gone}delete")
    ada.get_by_role("button", name="Delete").click()
    ben.locator("#story").focus()
    press(ben, "ArrowRight")
    expect(ben.locator(".story-words")).to_contain_text("Late bird")
    ben.goto(gone or "")
    expect(ben.get_by_text("A story is there for a day")).to_be_visible()
