"""Two windows at once: that the other is here and writes, a voice note, a file, and what is sent later."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town

pytestmark = pytest.mark.browser

# A microphone that hears a tone.
MICROPHONE = """navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const heard = context.createMediaStreamDestination();
  tone.connect(heard);
  tone.start();
  await context.resume();
  return heard.stream;
};"""


def _opened(page: Page, other: str) -> None:
    page.goto("/social/messages/settings")
    for name in ("That I am writing", "That I am here"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Save").click()
    page.goto(f"/social/messages/with/@{other}/")
    begin = page.get_by_role("button", name="Begin")
    if begin.count():
        begin.click()
    expect(page.get_by_label("Your message")).to_be_visible()


def test_two_who_show_it_notice_each_other_and_send_more_than_words(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", viewport={"width": 390, "height": 844})
    ada.add_init_script(MICROPHONE)
    _opened(ada, "ben")
    _opened(ben, "ada")
    around = ada.locator("#company")
    expect(around).to_have_text("Here now")
    expect(ben.locator("#company")).to_have_text("Here now")
    ben.get_by_label("Your message").press_sequentially("Wait for me")
    expect(around).to_contain_text("Ben Ito is writing")
    ben.get_by_role("button", name="Send", exact=True).click()
    expect(ada.locator(".line .text")).to_have_text("Wait for me")
    expect(around).to_have_text("Here now")

    ada.get_by_role("button", name="Record a voice note").click()
    expect(ada.get_by_role("timer")).to_have_text(re.compile("0:0[1-9]"))
    ada.get_by_role("button", name="Stop").click()
    expect(ada.locator("audio.heard")).to_be_visible()
    ada.get_by_role("button", name="Send", exact=True).click()
    expect(ben.locator(".voice audio")).to_be_visible()
    expect(ben.locator(".voice .wave path")).to_have_attribute("d", re.compile("M1.5"))
    paper = FilePayload(name="list.txt", mimeType="text/plain", buffer=b"Two sledges")
    ada.locator("input[name=files]").set_input_files([paper])
    ada.get_by_role("button", name="Send", exact=True).click()
    with ben.expect_download() as kept:
        ben.get_by_role("link", name=re.compile("list.txt")).click()
    assert kept.value.path().read_bytes() == b"Two sledges"

    ada.get_by_label("Your message").fill("Good morning")
    ada.locator(".send-later summary").click()
    ada.get_by_label("When, in the time of").fill(f"{datetime.now() + timedelta(days=2):%Y-%m-%dT%H:%M}")
    assert axe(ada) == []
    ada.get_by_role("button", name="Send then").click()
    ada.get_by_role("link", name="1 message waits to be sent").click()
    expect(ada.get_by_label("Your message")).to_have_value("Good morning")
    assert axe(ada) == []
    assert axe(ben) == []
    # Whoever shows nothing any more is not noticed, and notices nobody.
    ada.goto("/social/messages/settings")
    ada.get_by_label("That I am here").uncheck()
    ada.get_by_role("button", name="Save").click()
    ben.reload()
    expect(ben.get_by_label("Your message")).to_be_visible()
    expect(ben.locator("#company")).to_be_empty()
    assert here.complaints == []


def test_a_group_names_its_people_by_keys_and_sees_who_read(here: Town, chromium: Browser):
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben", viewport={"width": 390, "height": 844})
    for page in (ada, ben):
        page.goto("/social/messages/settings")
        page.get_by_label("What I have read").check()
        page.get_by_role("button", name="Save").click()
    ada.goto("/social/people/requests/")
    ada.get_by_role("button", name="Accept").first.click()
    # The script that offers names comes late: whoever types already loses nothing.
    ada.route("**/combobox*.js", lambda route: (ada.wait_for_timeout(400), route.continue_()))
    ada.goto("/social/messages/new")
    to = ada.get_by_label("To", exact=True)
    to.press_sequentially("ben")
    ada.get_by_role("option", name=re.compile("Ben Ito")).click()
    to.fill("@cleo")
    assert axe(ada) == []
    ada.get_by_label("Name of the group").fill("Sledges")
    ada.get_by_role("button", name="Begin").click()
    field, names = ada.get_by_label("Your message"), ada.get_by_role("listbox")
    field.press_sequentially("Who comes? @")
    expect(names.get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-activedescendant", "offers-names-0")
    assert axe(ada) == []
    field.press("ArrowDown")
    expect(names.get_by_role("option", selected=True)).to_contain_text("Cleo Roy")
    field.press("Escape")
    expect(names).to_be_hidden()
    field.press_sequentially("b")
    expect(names.get_by_role("option")).to_have_count(1)
    field.press("Enter")
    expect(field).to_have_value("Who comes? @ben ")
    expect(ada.locator(".line.own")).to_have_count(0)
    field.press("Enter")
    expect(ada.locator(".line.own .text a.mention")).to_have_text("@ben")

    ben.goto("/social/messages/")
    ben.get_by_role("link", name=re.compile("Sledges")).click()
    expect(ada.locator(".line.own .seen-mark")).to_have_text(" · Read by Ben Ito")
    ben.wait_for_load_state()
    ben.get_by_label("Your message").press_sequentially("Me, @a")
    ben.get_by_role("option", name=re.compile("Ada Lund")).click()
    expect(ben.get_by_label("Your message")).to_have_value("Me, @ada ")
    assert axe(ben) == []
    ada.locator(".line.own").get_by_role("link", name="What one can do with this").click()
    expect(ada.locator(".line.own .menu-said")).to_contain_text("Read by Ben Ito")
    assert axe(ada) == []
