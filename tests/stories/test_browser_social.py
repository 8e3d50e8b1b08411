"""The lives of friends in a real browser: one of the two at a wide window, the other on a phone."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town, reload_until

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"


def share(page: Page, text: str, *, where: str = "", **fields: str) -> None:
    """Write a post; `where` is the part of the form that is opened for `fields`."""
    page.goto("/social/posts/new")
    page.get_by_label("What you want to say").fill(text)
    if where:
        page.locator("summary", has_text=where).click()
    for name, value in fields.items():
        field = page.locator(f"main form [name={name}]").first
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_label("What you want to say").press("Control+Enter")
    expect(page.get_by_text("Shared.")).to_be_visible()


def way(inside: Locator, ending: str) -> str:
    """Where a link of a menu leads that is still closed."""
    return inside.locator(f"a[href$='{ending}']").first.get_attribute("href") or ""


def card(page: Page, text: str) -> Locator:
    return page.locator("article.post", has_text=text).first


def test_a_milestone_is_told_and_celebrated_on_one_card(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", **PHONE)
    share(
        ada, "We have the keys!", where="Milestone, feeling", occasion="move", feeling="happy", place="Quay 4"
    )
    ben.goto("/social/@ada/")
    expect(card(ben, "We have the keys!")).to_contain_text("A new home")
    card(ben, "We have the keys!").get_by_role("link", name="Card of wishes").click()
    ben.get_by_label("Your wish").fill("Bread and salt from me")
    ben.get_by_role("button", name="Put it on the card").click()
    expect(ben.locator(".wish")).to_contain_text("Bread and salt from me")
    fits(ben)
    assert axe(ben) == []
    ada.goto("/social/notifications/")
    reload_until(ada, "wrote on your card of wishes")
    ada.get_by_role("link", name=re.compile("wrote on your card of wishes")).click()
    expect(ada.locator(".wish")).to_contain_text("Bread and salt from me")
    # Afterwards its receipt says who could see it, and each change since.
    ada.goto("/social/@ada/")
    ada.goto(way(card(ada, "We have the keys!"), "/receipt"))
    expect(ada.get_by_role("heading", name="When you shared it")).to_be_visible()
    expect(ada.locator(".receipt").first).to_contain_text("Ben Ito")
    assert axe(ada) == []
    assert here.complaints == []


def test_birthdays_families_and_what_stands_about_one(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada", **PHONE), here.page(chromium, "ben")
    today = datetime.now(UTC)
    ada.goto("/social/birthdays/mine/")
    ada.locator("[name=day]").fill(str(today.day))
    ada.locator("[name=month]").select_option(str(today.month))
    ada.get_by_role("button", name="Keep").click()
    expect(ada).to_have_url(re.compile("/social/birthdays/$"))
    fits(ada)
    ben.goto("/social/birthdays/")
    ben.get_by_role("link", name="Write a wish").first.click()
    ben.get_by_label("Your wish").fill("Many more")
    ben.get_by_role("button", name="Put it on the card").click()
    expect(ben.locator(".wish")).to_contain_text("Many more")

    ada.goto("/social/family/")
    ada.get_by_label("Who", exact=True).fill("@ben")
    ada.locator("main form").last.locator("[name=word]").select_option("sister")
    ada.get_by_role("button", name="Ask them").click()
    ben.goto("/social/family/")
    reload_until(ben, "says: Sister of yours")
    ben.locator("[name=word]").first.select_option("brother")
    ben.get_by_role("button", name="Yes", exact=True).click()
    ada.goto("/social/@ada/about/")
    expect(ada.locator("#s-family")).to_contain_text("Ben Ito")
    # Each fact has its own audience.
    ada.get_by_role("link", name="Interests and hobbies").first.click()
    ada.locator("[name=title]").fill("Night swimming")
    ada.locator("[name=reach]").select_option("me")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.get_by_text("Night swimming", exact=True)).to_be_visible()
    fits(ada)
    assert axe(ada) == []
    ben.goto("/social/@ada/about/")
    expect(ben.get_by_text("Night swimming")).to_have_count(0)
    ben.goto("/social/people/@ada/friendship/")
    expect(ben.get_by_role("heading", name=re.compile("^You and"))).to_be_visible()
    assert here.complaints == []


def test_a_poll_a_collection_and_a_memory_left_alone(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada", **PHONE), here.page(chromium, "ben")
    ada.goto("/social/posts/new")
    ada.get_by_label("What you want to say").fill("Which lake on Sunday?")
    ada.locator("#poll summary").click()
    ada.get_by_label("Answer 1").fill("The round one")
    ada.get_by_label("Answer 2").fill("The long one")
    fits(ada)
    ada.get_by_role("button", name=re.compile("^(Share|Post)")).first.click()
    expect(ada.get_by_text("Shared.")).to_be_visible()
    ben.goto("/social/@ada/")
    asked = card(ben, "Which lake on Sunday?")
    asked.get_by_role("button", name="The long one").click()
    expect(card(ben, "Which lake on Sunday?")).to_contain_text("100 %")

    here.do("long-ago", "ada", "A year ago we slept on the ice")
    ada.goto("/social/memories/")
    reload_until(ada, "A year ago we slept on the ice")
    fits(ada)
    assert axe(ada) == []
    ada.get_by_role("button", name="Not this one again").click()
    expect(ada.locator(".memory")).to_have_count(0)
    ada.get_by_role("button", name="Remind me again").click()
    expect(ada.locator(".memory")).to_contain_text("A year ago we slept on the ice")
    ada.locator("summary", has_text="What I do not want").click()
    ada.locator("#f-person").fill("Ben Ito")
    ada.get_by_role("button", name="Leave out").click()
    expect(ada.locator("details.more-fields .list")).to_contain_text("Ben Ito")
    assert here.complaints == []


def test_past_posts_are_limited_at_once(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", **PHONE)
    share(ada, "For the whole town")
    ada.goto("/social/@ada/")
    ada.goto(way(card(ada, "For the whole town"), "/receipt"))
    ada.get_by_role("link", name="Change who can see it").click()
    ada.locator("[name=reach][value=everyone]").check()
    ada.get_by_role("button", name="Save").click()
    expect(ada).not_to_have_url(re.compile("/audience$"))
    stranger = here.page(chromium)
    stranger.goto("/social/@ada/")
    expect(stranger.get_by_text("For the whole town")).to_be_visible()
    ada.goto("/social/posts/limit")
    fits(ada)
    ada.get_by_role("button", name="Limit them").click()
    stranger.reload()
    expect(stranger.get_by_text("For the whole town")).to_have_count(0)
    ada.goto("/social/posts/limit")
    ada.get_by_role("button", name="Take that back").click()
    stranger.reload()
    expect(stranger.get_by_text("For the whole town")).to_be_visible()
    assert here.complaints == []
