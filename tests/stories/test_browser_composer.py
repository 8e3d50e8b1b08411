"""Writing: who will see it, said while one chooses; and nothing that was typed is ever lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.browser_world import PASSWORD
from tests.stories.stage import Town

pytestmark = pytest.mark.browser

TEXT = "What you want to say"


def compose(page: Page, text: str) -> None:
    page.goto("/social/posts/new")
    page.get_by_label(TEXT).fill(text)


def send(page: Page, text: str) -> None:
    compose(page, text)
    page.get_by_label(TEXT).press("Control+Enter")
    expect(page.get_by_text("Shared.")).to_be_visible()


def test_the_sentence_follows_each_choice(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    compose(ada, "Who comes along?")
    sentence = ada.locator("#sentence")
    expect(sentence).to_contain_text("Ben Ito")
    ada.get_by_text("Change who can see it").click()
    ada.get_by_role("radio", name=re.compile("Only me")).check()
    expect(sentence).not_to_contain_text("Ben Ito")
    ada.locator("[name=reach][value=ties]").check()
    expect(sentence).to_contain_text("Ben Ito")
    ada.get_by_text("Except…").click()
    ada.get_by_label("Name or handle to leave out").fill("@ben")
    ada.get_by_role("button", name="Leave out").click()
    expect(ada.get_by_role("checkbox", name="Ben Ito")).to_be_checked()
    expect(ada.get_by_label(TEXT)).to_have_value("Who comes along?")
    ada.get_by_role("checkbox", name="Ben Ito").uncheck()
    expect(sentence).to_contain_text("Ben Ito")
    assert here.complaints == []


def test_a_draft_outlives_a_reload(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    compose(ada, "")
    ada.get_by_label(TEXT).press_sequentially("Half a thou")
    expect(ada.get_by_text("Draft saved")).to_be_visible()
    ada.reload()
    expect(ada.get_by_label(TEXT)).to_have_value("Half a thou")
    ada.get_by_label(TEXT).fill("Half a thought")
    ada.get_by_label(TEXT).press("Control+Enter")
    expect(ada.get_by_text("Shared.")).to_be_visible()
    ada.goto("/social/drafts/")
    expect(ada.get_by_text("Half a thou")).to_have_count(0)


def test_what_was_sent_is_taken_back_and_written_on(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben")
    send(ada, "Too early said.")
    ada.get_by_role("button", name="Undo").click()
    expect(ada.get_by_label(TEXT)).to_have_value("Too early said.")
    ben.goto("/social/@ada/")
    expect(ben.get_by_role("heading", name="Ada Lund")).to_be_visible()
    expect(ben.get_by_text("Too early said.")).to_have_count(0)
    ada.get_by_label(TEXT).fill("Now it is time.")
    ada.get_by_role("button", name="Post", exact=True).click()
    ben.reload()
    expect(ben.get_by_text("Now it is time.")).to_be_visible()


def open_menu(page: Page, text: str, choice: str) -> None:
    page.goto("/social/@ada/")
    card = page.locator("article.post", has_text=text)
    card.locator("summary", has_text="More").click()
    card.get_by_role("link", name=choice).click()


def test_what_stands_there_is_edited_hidden_deleted_and_brought_back(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben")
    send(ada, "We meet at nine.")
    open_menu(ada, "We meet at nine.", "Edit")
    ada.get_by_label(TEXT).fill("We meet at ten.")
    ada.get_by_role("button", name="Save", exact=True).click()
    expect(ada.locator("article.post")).to_contain_text("We meet at ten.")
    ben.goto("/social/@ada/")
    ben.locator("article.post", has_text="We meet at ten.").get_by_role("link", name="edited").click()
    expect(ben.get_by_text("We meet at nine.")).to_be_visible()

    open_menu(ada, "We meet at ten.", "Who can see this")
    expect(ada.get_by_role("heading", name="When you shared it")).to_be_visible()
    ada.get_by_role("link", name="Change who can see it").click()
    ada.get_by_role("radio", name=re.compile("Only me")).check()
    expect(ada.locator("#sentence")).not_to_contain_text("Ben Ito")
    ada.get_by_role("button", name="Save", exact=True).click()
    expect(ada.locator("article.post")).to_contain_text("Only me")
    assert ben.reload().status == 404
    ben.goto("/social/@ada/")
    expect(ben.get_by_text("We meet at ten.")).to_have_count(0)

    open_menu(ada, "We meet at ten.", "Delete")
    ada.get_by_role("button", name="Delete", exact=True).click()
    expect(ada.get_by_text("Deleted.")).to_be_visible()
    expect(ada.get_by_text("We meet at ten.")).to_have_count(0)
    ada.get_by_role("button", name="Undo").click()
    expect(ada.get_by_text("It is back.")).to_be_visible()
    expect(ada.locator("article.post")).to_contain_text("We meet at ten.")


def test_the_guard_answers_beside_what_is_being_written(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    compose(ada, "The same boat as at work")
    ada.get_by_role("button", name="Does this meet my other side?").click()
    expect(ada.locator("#guard")).to_contain_text("Nothing here meets")
    expect(ada.get_by_label(TEXT)).to_have_value("The same boat as at work")


def test_one_event_is_told_twice_on_a_phone(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.set_viewport_size({"width": 390, "height": 844})
    ada.goto("/tellings/")
    ada.get_by_role("link", name="A new job").click()
    friends, work = (
        ada.get_by_role("region", name="Among friends"),
        ada.get_by_role("region", name="Among colleagues"),
    )
    friends.get_by_label("Your words").fill("Cake on me!")
    work.get_by_label("Your words").fill("I join the pump works in spring.")
    work.get_by_label("Its day").fill("2030-01-01T09:00")
    ada.get_by_role("button", name="Keep both").last.click()
    expect(work.get_by_text("Choose a time within a year.")).to_be_visible()
    expect(friends.get_by_label("Your words")).to_have_value("Cake on me!")
    work.get_by_label("Its day").fill("")
    ada.get_by_role("button", name="Keep both").last.click()
    expect(ada.get_by_text("Both are kept.")).to_be_visible()
    friends.get_by_role("button", name="Share this one now").click()
    expect(ada.locator("article.post")).to_contain_text("Cake on me!")
    ada.goto("/professional/drafts/")
    expect(ada.get_by_text("I join the pump works in spring.")).to_be_visible()


def test_a_session_that_ends_keeps_what_was_typed(here: Town, chromium: Browser):
    ben = here.page(chromium, "ben")
    compose(ben, "")
    here.do("sign-out", here.people["ben"])
    ben.get_by_label(TEXT).fill("A long letter about the lake.")
    ben.get_by_label(TEXT).press("Control+Enter")
    expect(ben.get_by_text("You were signed out in between")).to_be_visible()
    expect(ben.get_by_text("A long letter about the lake.")).to_be_visible()
    with ben.expect_popup() as opened:
        ben.locator("main").get_by_role("link", name="Sign in").click()
    tab = opened.value
    tab.get_by_label("E-mail address").fill("ben@example.org")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()
    expect(tab.get_by_label(TEXT)).to_have_value("A long letter about the lake.")
    ben.get_by_role("button", name="Send it again").click()
    expect(ben.get_by_text("Shared.")).to_be_visible()
    ben.goto("/social/@ben/")
    expect(ben.locator("article.post", has_text="A long letter about the lake.")).to_have_count(1)
