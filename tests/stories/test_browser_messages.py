"""Two windows at once: what one says stands in the other's without a reload."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.look.camera import axe
from tests.stories.stage import Town, picture, press

pytestmark = pytest.mark.browser


def test_two_friends_chat_live(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", viewport={"width": 390, "height": 844})
    ada.goto("/social/@ben/")
    ada.get_by_role("main").get_by_role("link", name="Message").click()
    ada.get_by_role("button", name="Begin").click()
    ada.get_by_label("Your message").fill("Is the ice holding?")
    press(ada, "Enter")
    expect(ada.locator(".line.own .text")).to_have_text("Is the ice holding?")
    expect(ada.get_by_label("Your message")).to_have_value("")

    ben.goto("/social/")
    expect(ben.locator(".bottom [data-count=messages] .badge")).to_have_text("1")
    ben.goto("/social/messages/")
    ben.get_by_role("link", name=re.compile("Ada Lund")).last.click()
    expect(ben.locator(".line .text")).to_have_text("Is the ice holding?")
    ben.get_by_label("Your message").fill("Like a promise.")
    ben.get_by_role("button", name="Send").click()
    expect(ada.locator(".line .text").last).to_have_text("Like a promise.")
    # Where there is room, the list stands beside it and follows.
    expect(ada.locator(".talks-beside .talk-line[aria-current]")).to_contain_text("Like a promise.")
    expect(ben.locator(".talks-beside")).to_be_hidden()
    expect(ada.locator(".day-line h2")).to_have_text("Today")
    assert axe(ada) == []
    assert axe(ben) == []

    # A sign, a change and a picture arrive by themselves too.
    mine = ben.locator(".line.own").last
    ada.locator(".line").last.get_by_role("link", name="What one can do with this").click()
    ada.locator(".line").last.get_by_role("button", name="❤️").click()
    expect(mine.locator(".signed")).to_contain_text("❤️")
    ada.locator("input[name=pictures]").set_input_files([picture()])
    ada.get_by_role("button", name="Send").click()
    expect(ben.locator(".line .held img")).to_be_visible()

    # Without a net nothing typed is lost, and what is sent again is there once.
    ada.context.set_offline(True)
    ada.get_by_label("Your message").fill("Bring the sledge.")
    press(ada, "Enter")
    expect(ada.locator("#waiting .text")).to_have_text("Bring the sledge.")
    ada.context.set_offline(False)
    expect(ben.locator(".line .text", has_text="Bring the sledge.")).to_have_count(1)
    expect(ada.locator(".line.own .text", has_text="Bring the sledge.")).to_have_count(1)
    here.complaints = [each for each in here.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
    assert here.complaints == []


def test_answers_presses_and_what_one_deletes_on_a_phone(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", viewport={"width": 390, "height": 844})
    ada.goto("/social/messages/with/@ben/")
    # The town may have heard them before.
    if "/with/" in ada.url:
        ada.get_by_role("button", name="Begin").click()
        ada.wait_for_url(lambda address: "/with/" not in address)
    ben.goto(ada.url)
    # An answer begins where one is, also to a long line; what is half written stays, and the page does not move.
    ada.get_by_label("Your message").fill("A long one, about the ice and the sledge and the moon. " * 6)
    press(ada, "Enter")
    expect(ben.locator(".line .text").last).to_contain_text("about the ice")
    ben.get_by_label("Your message").fill("Half wri")
    ben.locator(".line").last.get_by_role("link", name="What one can do with this").click()
    ben.get_by_role("link", name="Answer this").click()
    expect(ben.get_by_role("link", name="Not an answer")).to_be_in_viewport(ratio=1)
    expect(ben.get_by_label("Your message")).to_have_value("Half wri")
    assert ben.evaluate("document.documentElement.scrollHeight <= innerHeight")
    ben.get_by_label("Your message").fill("Half written.")
    ben.get_by_role("button", name="Send").click()
    expect(ada.locator(".line .answered")).to_have_count(1)
    ben.goto(ben.url)
    expect(ben.get_by_role("link", name="Not an answer")).to_have_count(0)

    # What one deletes for oneself comes back with one press.
    last = ben.locator(".line.own .text", has_text="Half written.")
    ben.locator(".line.own").last.get_by_role("link", name="What one can do with this").click()
    ben.get_by_role("button", name="Delete for me").click()
    expect(last).to_have_count(0)
    ben.locator(".toast").get_by_role("button", name="Undo").click()
    expect(last).to_have_count(1)

    # Without a net a menu says so instead of losing the page, and a sign waits.
    hers = ada.locator(".line.own").last
    ben.locator(".line:not(.own)").last.get_by_role("link", name="What one can do with this").click()
    ben.context.set_offline(True)
    ben.get_by_role("button", name="👍").click()
    expect(ben.locator(".toast")).to_contain_text("once there is a line")
    ben.locator(".line:not(.own)").first.get_by_role("link", name="What one can do with this").click()
    expect(ben.locator(".toast.error")).to_contain_text("You are offline")
    ben.context.set_offline(False)
    expect(hers.locator(".signed")).to_contain_text("👍")
    here.complaints = [each for each in here.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
    assert here.complaints == []


def test_two_friends_play_live_by_keys_and_by_finger(here: Town, chromium: Browser):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", **phone)
    ada.goto("/social/games/")
    ada.get_by_role("link", name="Ask for a game").first.click()
    ada.get_by_label("With whom").fill("@ben")
    ada.get_by_label("I do").check()
    assert axe(ada) == []
    ada.get_by_role("button", name="Ask them").click()
    expect(ada.get_by_role("heading", name="Waiting for Ben Ito")).to_be_visible()
    ben.goto("/social/games/")
    ben.get_by_role("button", name="Play").click()
    # Her page learns of the yes by itself, and she moves by keys alone.
    expect(ada.get_by_role("heading", name="Your turn")).to_be_visible()
    expect(ada.get_by_text("You read here when they answer")).to_have_count(0)
    ada.get_by_role("gridcell", name="e2, white pawn").focus()
    press(ada, "Enter")
    expect(ada.locator("td.aim")).to_have_count(2)
    press(ada, "ArrowUp")
    press(ada, "ArrowUp")
    expect(ada.locator("[data-square=e4]")).to_be_focused()
    press(ada, "Enter")
    expect(ada.get_by_role("heading", name="Ben Ito moves")).to_be_visible()
    expect(ada.locator("[data-square=e4]")).to_be_focused()
    # He sees it come, taps, and is told what cannot be.
    expect(ben.get_by_role("gridcell", name="e4, white pawn, last move")).to_be_visible()
    ben.get_by_label("or write the move").fill("Qh4")
    ben.get_by_role("button", name="Move", exact=True).click()
    expect(ben.get_by_role("alert")).to_contain_text("Qh4 is not possible here")
    ben.locator("[data-square=e7]").tap()
    ben.locator("[data-square=e5]").tap()
    expect(ada.get_by_role("gridcell", name="e5, black pawn, last move")).to_be_visible()
    expect(ada.locator(".move-list li")).to_have_text(re.compile("e4.*e5"))
    assert axe(ada) == []
    assert axe(ben) == []
    ben.get_by_text("Resign…").click()
    ben.get_by_role("button", name="Resign", exact=True).click()
    expect(ada.get_by_role("heading", name="You won: Ben Ito resigned")).to_be_visible()
    expect(ben.get_by_role("button", name="Play again")).to_be_visible()
    # What is wrong with a move is an answer, which a browser notes as a failed request.
    here.complaints = [each for each in here.complaints if "422" not in each]
    assert here.complaints == []


def test_the_letters_of_the_word_game_can_be_tapped(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", viewport={"width": 390, "height": 844}, has_touch=True)
    ada.goto("/social/games/word?in=en")
    for letter in "CRANED":
        ada.locator(".letters span", has_text=letter).tap()
    guess = ada.locator("#f-guess")
    expect(guess).to_have_value("crane")
    ada.get_by_role("button", name="Erase the last letter").tap()
    expect(guess).to_have_value("cran")
    ada.locator(".letters span", has_text="K").tap()
    ada.get_by_role("button", name="Guess").tap()
    expect(ada.locator(".tries .unseen")).to_have_count(1)
    assert axe(ada) == []
    assert here.complaints == []
