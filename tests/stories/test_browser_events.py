"""Events and cards in a real browser, wide and on a phone: made, found, answered, full, called off; exchanged."""

import json
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town, picture, reload_until

pytestmark = pytest.mark.browser


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
    assert axe(page) == []


def test_a_party_is_made_answered_full_and_called_off(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", viewport={"width": 1280, "height": 900}, timezone_id="Europe/Lisbon")
    ben = here.page(chromium, "ben", viewport={"width": 390, "height": 844}, has_touch=True)
    cleo = here.page(chromium, "cleo", viewport={"width": 390, "height": 844}, has_touch=True)
    ada.goto("/social/events/")
    ada.locator("main").get_by_role("link", name="New event").first.click()
    expect(ada.get_by_label("Time zone")).to_have_value("Europe/Lisbon")
    ada.get_by_label("Name", exact=True).fill("Soup for a cold house")
    day = f"{date.today() + timedelta(days=5):%Y-%m-%d}"
    ada.get_by_label("Begins", exact=True).fill(day)
    ada.get_by_label("Ends", exact=True).fill(day)
    ada.get_by_label("Town or part of town").fill("Harbour")
    ada.get_by_label("Exact place").fill("Sluisje 7")
    ada.locator("#f-picture").set_input_files([picture("soup")])
    ada.get_by_text("Seats, company, questions").click()
    ada.get_by_label("How many seats").fill("1")
    ada.get_by_text("Ask what everybody brings").click()
    ada.locator("label.reach-choice", has_text="Members").first.click()
    ada.get_by_role("button", name="Make the event").click()
    expect(ada.get_by_role("heading", name="Soup for a cold house")).to_be_visible()
    where = ada.url
    fits(ada)
    ben.goto("/social/events/?tab=find")
    ben.get_by_role("link", name="Soup for a cold house").click()
    expect(ben.get_by_text("Whoever goes sees exactly where.")).to_be_visible()
    ben.get_by_label("What do you bring?").fill("Bread")
    ben.get_by_role("button", name="Going").click()
    expect(ben.get_by_text("Sluisje 7")).to_be_visible()
    fits(ben)
    cleo.goto(where)
    cleo.get_by_role("button", name="Going").click()
    expect(cleo.get_by_text("You wait for a seat.")).to_be_visible()
    ben.get_by_role("button", name="Can’t").click()
    expect(ben.get_by_role("heading", name="You cannot come")).to_be_visible()
    expect(ben.get_by_text("Sluisje 7")).to_have_count(0)
    cleo.reload()
    expect(cleo.get_by_text("Sluisje 7")).to_be_visible()
    cleo.goto("/social/notifications/")
    reload_until(cleo, "You have a seat at")
    cleo.goto("/social/events/calendar/")
    expect(cleo.get_by_role("heading", name="Calendar")).to_be_visible()
    fits(cleo)
    ada.locator("summary", has_text="More").first.click()
    ada.get_by_role("link", name="Call it off").click()
    ada.get_by_label("Why").fill("The stove is broken")
    ada.get_by_role("button", name="Call it off").click()
    cleo.goto(where)
    expect(cleo.get_by_text("The stove is broken")).to_be_visible()
    assert here.complaints == []


def test_a_card_is_made_taken_by_its_address_and_given_back(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", viewport={"width": 390, "height": 844}, has_touch=True)
    cleo = here.page(chromium, "cleo", viewport={"width": 1280, "height": 900})
    for page, line in ((ada, "Pumps"), (cleo, "Dogs")):
        page.goto("/professional/cards/edit")
        page.get_by_label("What you do").fill(line)
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".bizcard")).to_contain_text(line)
    fits(ada)
    cleo.goto(ada.get_by_label("Or give this address").input_value())
    cleo.get_by_label("Where you met").fill("By the soup")
    cleo.get_by_role("button", name="Keep the card").click()
    expect(cleo.locator(".bizcard")).to_contain_text("Pumps")
    fits(cleo)
    ada.goto("/professional/cards/")
    expect(ada.locator("#kept")).to_contain_text("By the soup")
    assert here.complaints == []


def test_two_meet_at_a_seminar_and_exchange_cards_there(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", viewport={"width": 1280, "height": 900})
    cleo = here.page(chromium, "cleo", viewport={"width": 390, "height": 844}, has_touch=True)
    ada.goto("/professional/events/new")
    ada.get_by_label("Name", exact=True).fill("Pumps by night")
    day = f"{date.today() + timedelta(days=5):%Y-%m-%d}"
    ada.get_by_label("Begins", exact=True).fill(day)
    ada.get_by_label("Ends", exact=True).fill(day)
    ada.get_by_role("button", name="Make the event").click()
    expect(ada.get_by_role("heading", name="Pumps by night")).to_be_visible()
    where = ada.url
    here.people |= json.loads(here.do("further"))
    dora = here.page(chromium, "dora", viewport={"width": 390, "height": 844}, has_touch=True)
    for page, talks, looks in ((cleo, "alarms", ""), (dora, "", "Alarms")):
        page.goto("/professional/cards/edit")
        page.get_by_label("What you do").fill("Alarms")
        page.get_by_role("button", name="Save").click()
        page.goto(where)
        page.get_by_role("button", name="Going").click()
        page.get_by_role("link", name="People to meet").click()
        page.get_by_label("Others who agreed to it too find me at this event").check()
        page.get_by_label("What you can talk of").fill(talks)
        page.get_by_label("What you look for").fill(looks)
        page.get_by_role("button", name="Keep").click()
    expect(dora.locator("#people")).to_contain_text("You look for it, they talk of it: alarms")
    fits(dora)
    dora.get_by_text("Ask for a meeting").click()
    dora.get_by_label("A word to it").fill("Of sirens")
    dora.get_by_role("button", name="Ask", exact=True).click()
    expect(dora.locator("#meetings")).to_contain_text("Waiting")
    cleo.reload()
    cleo.locator("#meetings").get_by_role("button", name="Yes").click()
    expect(cleo.locator("#meetings")).to_contain_text("Agreed")
    cleo.locator("#people").get_by_role("button", name="Give my card").click()
    expect(cleo.get_by_text("D. Stone has your card now.")).to_be_visible()
    dora.goto("/professional/cards/")
    expect(dora.locator("#kept")).to_contain_text("Pumps by night")
    dora.locator("#kept").get_by_role("link", name="C. Roy").click()
    dora.get_by_role("button", name="Give them yours").click()
    expect(dora.get_by_text("They have yours")).to_be_visible()
    fits(dora)
    assert here.complaints == []
