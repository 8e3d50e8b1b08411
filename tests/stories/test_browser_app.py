"""Each network as an app, in a real browser: the last feed without a line, for its owner alone; messages that wait."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town, press

pytestmark = pytest.mark.browser
CACHES = "async () => (await caches.keys()).sort()"


def kept_feed(page: Page) -> None:
    """Switch on that the last feed is kept, and wait until it is."""
    page.goto("/social/app/")
    page.get_by_role("button", name="Keep my last feed here").click()
    expect(page.get_by_text("Your last feed is kept here.")).to_be_visible()
    page.wait_for_function(
        "async () => Boolean(await (await caches.open('social:feed')).match('/social/'))", polling=200
    )


def test_the_last_feed_is_there_without_a_line_for_its_owner_alone(here: Town, chromium: Browser):
    page = here.page(chromium, "ada", viewport={"width": 390, "height": 844})
    page.goto("/social/")
    assert page.evaluate(CACHES) == [], "nothing is kept unless somebody says so"
    kept_feed(page)
    assert axe(page) == []
    assert page.evaluate(CACHES) == ["social:feed", "social:shell"]

    page.context.set_offline(True)
    page.goto("/social/")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.locator("#offline")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") != "inline", (
        "with its style"
    )
    page.goto("/social/messages/")
    expect(page.get_by_role("heading", name="There is no line")).to_be_visible()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("/professional/")
    page.context.set_offline(False)
    here.complaints.clear()  # of pages that had no line

    # Somebody else comes to this browser, without anybody having signed out.
    page.context.add_cookies([{"name": "twofold", "value": here.people["cleo"], "url": here.base}])
    page.goto("/social/")
    page.wait_for_function("async () => !(await caches.has('social:feed'))", polling=200)

    # And who signs out leaves nothing.
    kept_feed(page)
    page.goto("/social/")
    page.locator("summary.avatar-button").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile(r"/$"))
    assert page.evaluate(CACHES) == []
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert here.complaints == []


def test_what_is_written_without_a_line_is_sent_later_once(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben")
    ada.goto("/social/messages/with/@ben/")
    ada.get_by_role("button", name="Begin").click()
    expect(ada.get_by_label("Your message")).to_be_visible()
    ada.wait_for_load_state()
    ada.context.set_offline(True)
    for text in ("First without a line.", "Second without a line."):
        ada.get_by_label("Your message").fill(text)
        press(ada, "Enter")
        expect(ada.locator("#waiting .text", has_text=text)).to_have_count(1)
        expect(ada.get_by_label("Your message")).to_have_value("")
    address = ada.url
    ada.context.set_offline(False)
    # By this page and another one at once: the key of each knows what was had already.
    other = ada.context.new_page()
    other.goto(address)
    for page in (ada, other):
        expect(page.locator("#lines .own .text", has_text="Second without a line.")).to_have_count(1)
        expect(page.locator("#waiting")).to_have_count(0)
    ben.goto(address)
    said = ben.locator(".line .text")
    expect(said.filter(has_text="without a line.")).to_have_text(
        ["First without a line.", "Second without a line."]
    )
    here.complaints = [each for each in here.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
    assert here.complaints == []
