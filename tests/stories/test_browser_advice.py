"""Advice in a real browser: asked, answered, settled; an hour offered and taken; pay entered."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, expect

from tests.stories.stage import Town

pytestmark = pytest.mark.browser


def test_a_question_is_asked_answered_and_settled_and_an_hour_is_taken(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    ada.goto("/professional/advice/")
    ada.get_by_role("link", name="Ask a question").first.click()
    ada.locator("[name=title]").fill("How do I hand over a model?")
    ada.locator("[name=reach]").select_option("everyone")
    ada.locator("[name=guarded]").check()
    ada.locator("[name=field]").select_option("leading")
    ada.get_by_role("button", name="Ask", exact=True).click()
    expect(ada.get_by_text("What everyone can read, your employer can read too.")).to_be_visible()
    expect(ada.locator("[name=title]")).to_have_value("How do I hand over a model?")
    ada.locator("[name=reach]").select_option("members")
    ada.get_by_role("button", name="Ask", exact=True).click()
    expect(ada.get_by_text("never your employer")).to_be_visible()
    cleo.goto("/professional/advice/?tab=open")
    cleo.get_by_role("link", name="How do I hand over a model?").click()
    cleo.locator("[name=text]").fill("Go on holiday in October.")
    cleo.get_by_role("button", name="Answer", exact=True).click()
    expect(cleo.locator(".answer")).to_contain_text("Go on holiday in October.")
    ada.goto(ada.url)
    ada.get_by_role("button", name="Helpful").click()
    ada.get_by_role("button", name="This settles it").click()
    expect(ada.locator(".answer.accepted")).to_contain_text("This settled it")
    cleo.goto("/professional/advice/hours/new/")
    cleo.locator("[name=about]").fill("Leading people")
    cleo.locator("[name=field]").select_option("leading")
    when = datetime.now(UTC) + timedelta(days=3)
    cleo.locator("[name=begins0]").fill(when.strftime("%Y-%m-%dT%H:%M"))
    cleo.locator("[name=place]").fill("Room 4")
    cleo.get_by_role("button", name="Offer them").click()
    expect(cleo.locator("#offered")).to_contain_text("Leading people")
    ada.goto("/professional/advice/hours/")
    ada.locator(".hour-times a").first.click()
    ada.locator("[name=wish]").fill("I would like to lead, and do not know how.")
    ada.get_by_role("button", name="Take this time").click()
    expect(ada.get_by_text("Room 4")).to_be_visible()
    # A form that was refused is no complaint.
    assert not [each for each in here.complaints if "422" not in each]
