"""A stranger comes in, finds a friend, and hears of what the friend shares: in two browsers, live."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.stories.browser_world import PASSWORD
from tests.stories.stage import Town, picture, reload_until

pytestmark = pytest.mark.browser


def join(here: Town, page: Page, email: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Join").first.click()
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    for shown in ("text", "password"):
        page.get_by_role("button", name="Show what I type").click()
        expect(page.get_by_label("Password")).to_have_attribute("type", shown)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Code").fill(here.code_for(email))
    page.get_by_role("button", name="Confirm").click()


def make_presences(page: Page) -> None:
    page.get_by_role("checkbox", name=re.compile("Professional")).check()
    page.get_by_role("checkbox", name=re.compile("Social")).check()
    page.get_by_role("button", name="Go on").click()
    for network, name, handle in (("professional", "Dora Vos", "dora.vos"), ("social", "Do", "dodo")):
        part = page.locator(f".mood[data-network={network}]")
        part.get_by_label("Name").fill(name)
        part.get_by_label("Handle").fill(handle)
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_url(re.compile("/professional/$"))


def answer(dora: Page, ben: Page, post: Locator) -> None:
    """She reacts and comments; his bell counts both as news about one post each."""
    ben.goto("/social/notifications/")
    ben.goto("/social/")
    expect(ben.locator("#bell .badge")).to_have_count(0)
    post.get_by_role("button", name="Love").first.click()
    expect(post.get_by_role("button", name="Love").first).to_have_attribute("aria-pressed", "true")
    expect(post.locator(".counts .by")).to_have_text("You")
    expect(ben.locator("#bell .badge")).to_have_text("1")
    post.get_by_role("link", name="Comment", exact=True).click()
    dora.get_by_label("Your answer").fill("I saw it too!")
    with dora.expect_file_chooser() as asked:
        dora.locator("#answer summary", has_text="Add a picture").click()
    asked.value.set_files([picture("seal")])
    expect(dora.locator("#answer [data-glimpse] img")).to_be_visible()
    dora.get_by_role("button", name="Send").click()
    expect(dora.locator("#comments").get_by_text("I saw it too!")).to_be_visible()
    expect(ben.locator("#bell .badge")).to_have_text("2")
    ben.locator("#bell").click()
    expect(ben.locator("main")).to_contain_text("Do")


def nothing_shows_on_the_other_side(dora: Page) -> None:
    """Of all this the other side of her life knows nothing."""
    for address in (
        "/professional/",
        "/professional/notifications/",
        "/professional/people/",
        "/professional/@dora.vos/",
    ):
        dora.goto(address)
        text = dora.content()
        for trace in ("dodo", "First light over", "I saw it too", "Ben Ito"):
            assert trace not in text, f"{trace} on {address}"
    expect(dora.locator("#bell .badge")).to_have_count(0)


def test_a_feed_is_steered(here: Town, chromium: Browser):
    """She reads For you, asks why, hides a post and has it back, and looks at a recipe before she keeps it."""
    ada = here.page(chromium, "ada")
    ada.goto("/social/")
    ada.get_by_role("button", name="For you").click()
    expect(ada.get_by_role("button", name="For you")).to_have_attribute("aria-pressed", "true")
    reload_until(ada, "The lake froze over")
    lake = ada.locator("article.post", has_text="The lake froze over")
    lake.locator("summary", has_text="More").first.click()
    lake.get_by_role("button", name="Hide this post").click()
    expect(ada.get_by_text("Hidden from your feed.")).to_be_visible()
    ada.get_by_role("button", name="Undo").click()
    expect(lake.locator(".text")).to_contain_text("The lake froze over")
    lake.locator("summary", has_text="More").first.click()
    lake.get_by_role("link", name="Why am I seeing this?").click()
    expect(ada.locator("main")).to_contain_text("Ben Ito is to you: friend")
    ada.get_by_role("link", name="Tune your feed").click()
    ada.get_by_label("Kind of post").fill("300")
    expect(ada.locator("output[for=w-kind]")).to_have_text("300 %")
    expect(ada.get_by_role("heading", name="Your feed with this recipe")).to_be_visible()
    ada.get_by_role("button", name="Keep this recipe").click()
    expect(ada.get_by_text("This is your feed by your recipe.")).to_be_visible()
    ada.get_by_role("button", name="Latest").click()
    expect(ada.get_by_role("button", name="Latest")).to_have_attribute("aria-pressed", "true")


def test_first_light(here: Town, chromium: Browser):
    dora, ben = here.page(chromium), here.page(chromium, "ben")
    ben.goto("/social/")
    expect(ben.locator("#bell .badge")).to_have_count(0)

    join(here, dora, "dora@example.org")
    make_presences(dora)
    dora.get_by_role("navigation", name="Network").get_by_role("link", name="Social").click()
    expect(dora.get_by_text("Quiet so far")).to_be_visible()

    # She finds Ben and asks; his bell says so without a reload, and he accepts.
    dora.goto("/social/people/find/")
    dora.get_by_role("searchbox", name="Name or handle").press_sequentially("ben")
    row = dora.locator("#found li", has_text="Ben Ito")
    expect(dora.locator("#found li")).to_have_count(1)
    row.get_by_role("button", name="Add friend", exact=True).click()
    expect(row.get_by_text("Requested")).to_be_visible()
    expect(ben.locator("#bell .badge")).to_have_text("1")
    dora.goto("/social/")
    ben.goto("/social/people/requests/")
    ben.get_by_role("button", name="Accept", exact=True).click()
    expect(ben.get_by_role("button", name="Accept", exact=True)).to_have_count(0)
    reload_until(dora, "The lake froze over tonight.")

    # He shares a picture with friends; her feed says so and does not move.
    ben.goto("/social/posts/new")
    ben.get_by_label("What you want to say").fill("First light over the lake.")
    ben.locator("#f-pictures").set_input_files(picture())
    ben.get_by_label(re.compile("What is on picture 1")).fill("A grey lake that brightens.")
    ben.get_by_role("button", name="Post", exact=True).click()
    expect(ben.get_by_text("Shared.")).to_be_visible()

    news = dora.locator("[data-new-posts]")
    expect(news).to_contain_text("1 new post")
    expect(dora.get_by_text("First light over the lake.")).to_have_count(0)
    news.click()
    post = dora.locator("article.post", has_text="First light over the lake.")
    expect(post.get_by_alt_text("A grey lake that brightens.")).to_be_visible()

    answer(dora, ben, post)
    nothing_shows_on_the_other_side(dora)
    assert here.complaints == []
