"""Introductions from hand to hand, and notes, as a browser meets them."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.look.camera import axe
from tests.stories.stage import Town, reload_until

pytestmark = pytest.mark.browser


def test_somebody_is_introduced_and_says_yes(here: Town, chromium: Browser):
    here.people |= json.loads(here.do("further"))
    ada = here.page(chromium, "ada")
    ada.goto("/professional/@dora.work/")
    expect(ada.get_by_text("2nd", exact=True).first).to_be_visible()
    ada.get_by_role("main").get_by_role("link", name="How you know them").click()
    expect(ada.get_by_role("list", name="The way").get_by_role("listitem")).to_have_count(3)
    ada.get_by_role("link", name="Ask C. Roy for an introduction").click()
    expect(ada.get_by_role("radio", name=re.compile("C. Roy"))).to_be_checked()
    ada.get_by_role("button", name="Ask", exact=True).click()
    assert ada.get_by_label("What they may pass on").evaluate("field => field.validity.valueMissing")
    ada.get_by_label("What they may pass on").fill("I mend what you draw: pumps.")
    ada.get_by_label("To the one you ask, and nobody else").fill("You two should really talk.")
    assert axe(ada) == []
    ada.get_by_role("button", name="Ask", exact=True).click()
    expect(ada).to_have_url(re.compile("/introductions/asked/$"))
    expect(ada.get_by_text("C. Roy has your letter.")).to_be_visible()

    # Whoever passes it on has no script.
    cleo = here.page(chromium, "cleo", java_script_enabled=False)
    cleo.goto("/professional/notifications/")
    reload_until(cleo, "asks you for an introduction")
    cleo.get_by_role("link", name=re.compile("asks you for an introduction")).click()
    cleo.get_by_role("link", name="Read").click()
    expect(cleo.get_by_text("You two should really talk.")).to_be_visible()
    cleo.get_by_label("Your own words").fill("She mended ours at midnight.")
    cleo.get_by_role("button", name="Pass on").click()
    expect(cleo.get_by_text("Passed on to D. Stone.")).to_be_visible()

    dora = here.page(chromium, "dora")
    dora.goto("/professional/notifications/")
    reload_until(dora, "introduces somebody to you")
    dora.get_by_role("link", name=re.compile("introduces somebody to you")).click()
    dora.get_by_role("link", name="Read").click()
    for words in ("I mend what you draw: pumps.", "She mended ours at midnight."):
        expect(dora.get_by_text(words)).to_be_visible()
    expect(dora.get_by_text("You two should really talk.")).to_have_count(0)
    assert axe(dora) == []
    dora.get_by_role("button", name="Connect").click()
    expect(dora.get_by_text("You and A. Lund are connected.")).to_be_visible()

    ada.goto("/professional/people/introductions/asked/")
    expect(ada.get_by_text("You asked for none")).to_be_visible()
    ada.goto("/professional/people/")
    expect(ada.get_by_role("main").get_by_role("link", name="D. Stone")).to_be_visible()
    assert here.complaints == []


def test_a_note_is_written_found_again_and_seen_by_nobody_else(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/people/")
    ada.get_by_title("More about Ben Ito").click()
    ada.get_by_role("link", name=re.compile("Note and tags")).click()
    ada.get_by_label("Note").fill("Owes me a sledge.")
    tags = ada.get_by_role("combobox", name=re.compile("Tags"))
    tags.press_sequentially("choir,")
    tags.press_sequentially("ice club")
    tags.press("Enter")
    ada.get_by_role("button", name="Keep").click()
    # Back where one came from.
    expect(ada).to_have_url(re.compile("/social/people/$"))
    expect(ada.get_by_text("Owes me a sledge.")).to_be_visible()
    ada.locator("select[name=tag]").select_option("ice club")
    ada.get_by_role("button", name="Show").click()
    expect(ada.get_by_role("main").get_by_role("link", name="Ben Ito")).to_be_visible()

    ada.goto("/social/@cleo/")
    ada.get_by_title("More about Cleo Roy").click()
    ada.get_by_role("link", name=re.compile("Note and tags")).click()
    tags.press_sequentially("cho")
    ada.get_by_role("option", name=re.compile("choir")).click()
    ada.get_by_role("button", name="Keep").click()
    expect(ada).to_have_url(re.compile("/social/@cleo/$"))
    expect(ada.get_by_role("main").get_by_role("link", name="choir")).to_be_visible()
    ada.goto("/social/people/notes/?tag=choir")
    for name in ("Ben Ito", "Cleo Roy"):
        expect(ada.get_by_role("main").get_by_role("link", name=name)).to_be_visible()
    assert axe(ada) == []

    ben = here.page(chromium, "ben")
    for path in ("/social/@ada/", "/social/@ben/", "/social/people/", "/social/people/notes/"):
        ben.goto(path)
        expect(ben.get_by_text("sledge.")).to_have_count(0)
        expect(ben.get_by_text("ice club")).to_have_count(0)
    assert here.complaints == []


def test_the_nearest_of_a_name_are_found_while_one_types(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/people/find/")
    ada.get_by_placeholder("Name or handle").press_sequentially("be")
    expect(ada.locator("#people li")).to_have_count(1)
    expect(ada.locator("#people").get_by_text("1st")).to_be_visible()
    ada.get_by_label("How near").select_option("2")
    expect(ada.get_by_text("Nobody found")).to_be_visible()
    assert here.complaints == []
