"""Learning and mentoring in a real browser: one teaches and one learns; one asks and one goes along."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.stage import Town, reload_until

pytestmark = pytest.mark.browser


def press_button(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def write_course(page: Page) -> None:
    page.goto("/professional/learning/new/")
    page.locator("[name=title]").fill("Reading a river")
    press_button(page, "Begin the course")
    page.locator("#c-title").fill("Water")
    press_button(page, "Add")
    page.get_by_label("Another lesson").fill("Where rain goes")
    press_button(page, "Write it")
    page.locator("[name=text]").fill("It **falls**, and then it goes somewhere.")
    press_button(page, "Keep")
    press_button(page, "Write it")
    page.locator("[name=text]").fill("Where does it go?")
    for number, words in enumerate(("Into the ground", "Into the sewer")):
        page.locator(f"[name=choice-{number}]").fill(words)
    page.locator("[name=said-1]").fill("Only in town.")
    press_button(page, "Keep")
    expect(page.locator("[role=alert], .flash.error").first).to_contain_text("No answer is marked as right")
    page.locator("[name=right]").first.check()
    press_button(page, "Keep")
    page.get_by_role("link", name="Set up").first.click()
    press_button(page, "Publish it")
    expect(page.locator(".flash")).to_contain_text("Published")


def test_one_teaches_and_one_learns_to_the_certificate(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    write_course(ada)
    cleo.goto("/professional/learning/")
    cleo.get_by_role("link", name="Reading a river").click()
    press_button(cleo, "Take this course")
    expect(cleo.locator(".course-text strong")).to_have_text("falls")
    cleo.get_by_label("Into the sewer").check()
    press_button(cleo, "Hand in")
    expect(cleo.locator(".quiz-said")).to_have_text("Only in town.")
    cleo.get_by_label("Into the ground").check()
    press_button(cleo, "Try again")
    expect(cleo.locator(".quiz-score")).to_contain_text("1 of 1 right")
    cleo.get_by_label("What you want to say or ask").fill("And on frozen ground?")
    press_button(cleo, "Say it")
    cleo.goto("/professional/learning/certificates/")
    cleo.get_by_role("link", name="Reading a river").click()
    press_button(cleo, "Put it on my profile")
    with cleo.expect_download() as kept:
        cleo.get_by_role("link", name="Badge (JSON)").click()
    assert kept.value.suggested_filename == "badge.json"
    cleo.goto("/professional/@cleo.work/")
    reload_until(cleo, "Reading a river")
    ada.goto("/professional/learning/")
    ada.get_by_role("link", name="Figures").click()
    expect(ada.locator("#learners")).to_contain_text("C. Roy")
    ada.goto("/professional/notifications/")
    reload_until(ada, "said something to")
    assert not [each for each in here.complaints if " 422 " not in each]


def offer(page: Page, side: str, topics: str) -> None:
    page.goto(f"/professional/mentoring/mine/{side}/")
    field = page.get_by_role("combobox", name=re.compile("Topics"))
    field.fill(topics)
    field.press("Enter")
    press_button(page, "Keep")
    page.wait_for_url("**/professional/mentoring/")


def test_one_asks_and_one_goes_along_to_the_badge(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    offer(ada, "offer", "Hydrology")
    offer(cleo, "wish", "Hydrology")
    expect(cleo.locator("#mentors")).to_contain_text("In common: Hydrology")
    cleo.locator("#mentors").get_by_role("link", name="Read more and ask").click()
    cleo.locator("[name=message]").fill("Teach me to read a river.")
    press_button(cleo, "Ask")
    between = cleo.url
    ada.goto(between)
    press_button(ada, "Yes, let us talk")
    ada.get_by_label("Another goal").fill("Read a gauge")
    press_button(ada, "Add")
    ada.get_by_label("How often").fill("Every second Tuesday")
    ada.locator("[name=until]").fill("2031-05-04")
    press_button(ada, "Keep")
    cleo.goto(between)
    press_button(cleo, "I agree to this and to the goals")
    cleo.locator("[name=begins_at]").fill("2031-02-03T09:30")
    press_button(cleo, "Plan it")
    with cleo.expect_download() as kept:
        cleo.get_by_role("link", name="Into my calendar").click()
    assert kept.value.suggested_filename == "meeting.ics"
    cleo.goto(between)
    cleo.get_by_role("checkbox", name="Read a gauge").click()
    expect(cleo.get_by_role("checkbox", name="Read a gauge")).to_be_checked()
    ada.goto(between)
    ada.get_by_role("link", name="Close the mentoring").click()
    ada.locator("[name=note]").fill("You read rivers now.")
    press_button(ada, "Close it")
    for page in (ada, cleo):
        page.goto(between)
        press_button(page, "Sign it")
    expect(cleo.get_by_role("link", name="Badge (JSON)")).to_be_visible()
    expect(cleo.locator("#closing")).to_contain_text("You read rivers now.")
    assert not [each for each in here.complaints if " 422 " not in each]
