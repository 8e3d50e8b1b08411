"""A job in a real browser: written and published, found and applied for, answered by a key, and withdrawn."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.stage import Town, press

pytestmark = pytest.mark.browser
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def publish(page: Page) -> None:
    """A page of an organisation, and a job at it."""
    page.goto("/professional/pages/new/")
    page.locator("[name=name]").fill("Veermond Waterworks")
    page.locator("[name=handle]").fill("waterworks")
    page.locator("main form .btn.primary").click()
    page.goto("/professional/jobs/at/@waterworks/")
    page.get_by_role("link", name="Write a job").first.click()
    page.locator("[name=title]").fill("Keeper of locks")
    page.locator("[name=text]").fill("Open them.\n\n- by day\n- by night")
    go_on = page.get_by_role("button", name="Keep and go on")
    go_on.click()
    page.locator("[name=place]").fill("Veermond")
    page.locator("[name=country]").select_option("NL")
    page.locator("[name=salary_low]").fill("40000")
    page.locator("[name=salary_high]").fill("30000")
    go_on.click()
    expect(page.get_by_text("The upper end is below the lower one.")).to_be_visible()
    expect(page.locator("[name=salary_low]")).to_have_value("40000")
    page.locator("[name=salary_high]").fill("52000")
    go_on.click()
    expect(page.get_by_text("Step 3 of 5")).to_be_visible()
    go_on.click()
    page.locator("[name=question0]").fill("Which lock do you like?")
    go_on.click()
    page.locator("[name=closes_on]").fill((date.today() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Keep and look it over").click()
    expect(page.locator(".job-text li")).to_have_count(2)
    wide = page.viewport_size
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Publish").click()
    if wide:
        page.set_viewport_size(wide)
    expect(page.get_by_text("It is open: everybody can find it and apply.")).to_be_visible()


def apply(page: Page) -> None:
    """Find it by words, and send an application in five steps."""
    page.goto("/professional/jobs/")
    page.locator("[name=what]").fill('"keeper of locks" -garden')
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Keeper of locks", exact=True).click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Apply").click()
    page.get_by_label("E-mail").fill("cleo@example.org")
    go_on = page.get_by_role("button", name="Keep and go on")
    go_on.click()
    expect(page.get_by_role("heading", name="Your CV")).to_be_visible()
    go_on.click()
    large = {"name": "film.pdf", "mimeType": "application/pdf", "buffer": bytes(6 * 1024 * 1024)}
    page.get_by_label("Anything else").set_input_files([large])
    expect(page.get_by_text("film.pdf has 6 MB; up to 5 MB are taken.").last).to_be_visible()
    page.get_by_label("Anything else").set_input_files(
        [{"name": "diploma.pdf", "mimeType": "application/pdf", "buffer": PDF}]
    )
    go_on.click()
    page.get_by_label("Which lock do you like?").fill("The old one.")
    go_on.click()
    expect(page.get_by_role("heading", name="The employer will see")).to_be_visible()
    for words in ("The old one.", "diploma.pdf"):
        expect(page.locator(".seen-by-employer")).to_contain_text(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sent to Veermond Waterworks.")).to_be_visible()


def _worked(ada: Page) -> None:
    """The board: what was dragged can be undone, what was moved by keys is kept when the page is left."""
    ada.locator("[data-ready]").wait_for()
    card, review = ada.locator("[data-application]"), ada.locator("[data-column=review]")
    card.drag_to(review)
    expect(review.locator("[data-application]")).to_have_count(1)
    ada.get_by_role("button", name="Undo").click()
    expect(ada.locator("[data-column=new] [data-application]")).to_have_count(1)
    card.locator(".task-title").focus()
    press(ada, "Alt+ArrowRight")
    expect(review.locator("[data-application]")).to_have_count(1)
    # It is sent while the page goes.
    for _each in range(20):
        ada.reload()
        if review.locator("[data-application]").count():
            break
    expect(review.locator("[data-application]")).to_have_count(1)


def test_a_job_is_published_applied_for_answered_and_withdrawn(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    publish(ada)
    apply(cleo)
    ada.goto("/professional/jobs/hiring/")
    expect(ada.get_by_text("1 new application")).to_be_visible()
    ada.get_by_role("link", name="Open").click()
    ada.get_by_role("link", name="Applications").click()
    _worked(ada)
    ada.get_by_role("link", name="C. Roy").click()
    ada.locator("[name=text]").fill("Call her")
    ada.get_by_role("button", name="Keep the note").click()
    expect(ada.get_by_text("Call her")).to_be_visible()
    press(ada, "2")
    undo = ada.locator("#undo")
    expect(undo).to_contain_text("C. Roy → Interview")
    undo.get_by_role("button").click()
    expect(ada.get_by_text("Undone. Nobody was told.")).to_be_visible()
    # What is half written outlives a move, and is gone once it is kept.
    ada.locator("[name=text]").fill("Or write")
    ada.get_by_role("button", name="In review").click()
    expect(ada.locator("[name=text]")).to_have_value("Or write")
    ada.get_by_role("button", name="Keep the note").click()
    expect(ada.get_by_text("Or write")).to_be_visible()
    expect(ada.locator("[name=text]")).to_have_value("")
    cleo.goto("/professional/jobs/mine/")
    cleo.get_by_role("link", name="Keeper of locks", exact=True).first.click()
    expect(cleo.locator(".stage-line [aria-current]")).to_have_text("In review")
    cleo.set_viewport_size({"width": 390, "height": 844})
    now = cleo.locator(".stage-line [aria-current]").bounding_box()
    assert now["height"] < 40, "words that nobody sees, or that break"
    assert (
        cleo.locator(".stage-line [aria-current]").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        > 10
    )
    cleo.set_viewport_size({"width": 1280, "height": 900})
    cleo.get_by_role("link", name="Withdraw and erase it").click()
    cleo.get_by_role("button", name="Withdraw and erase").click()
    expect(cleo.get_by_role("heading", name="Receipt of an erasure")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("Call her")).to_have_count(0)
    # A form that was refused, and an application that is gone.
    assert not [each for each in here.complaints if "422" not in each and "404" not in each]
