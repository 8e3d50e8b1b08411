"""The professional profile as a browser meets it: written in place, taken out and in, seen through others' eyes."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.look.camera import axe
from tests.stories.stage import Town, press, reload_until

pytestmark = pytest.mark.browser
MINE = "/professional/@ada.work/"


def add(page: Page, kind: str, **fields: str) -> None:
    """Fill the form of a section in place, and keep it."""
    section = page.locator(f"#s-{kind}")
    section.get_by_role("link", name=re.compile("^Add")).click()
    fill(page, section.locator("form"), **fields)


def fill(page: Page, form, **fields: str) -> None:
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        elif value == "on":
            field.check()
        else:
            field.fill(value)
    form.get_by_role("button", name="Keep").click()


def begin(page: Page, heading: str, **fields: str) -> None:
    """Add the first entry of a section, on the page of its own."""
    page.get_by_role("region", name="Add to your profile").get_by_role("link", name=heading).click()
    fill(page, page.locator("form.entry-form"), **fields)


def test_a_profile_is_written_ordered_and_shown_to_whom_one_likes(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto(MINE)
    begin(ada, "Experience", title="Pump engineer", organisation_name="Delta Works", began_month="3",
          began_year="2019", ended_month="2", ended_year="2018")  # fmt: skip
    expect(ada.get_by_text("end", exact=False).first).to_be_visible()
    expect(ada.locator("[name=title]")).to_have_value("Pump engineer")
    assert "422" in here.complaints.pop()
    fill(ada, ada.locator("form.entry-form"), ended_year="2022")
    work = ada.locator("#s-experience")
    expect(work.get_by_role("heading", name="Pump engineer")).to_be_visible()
    add(
        ada,
        "experience",
        title="Chief of pumps",
        organisation_name="Delta Works",
        began_year="2022",
        current="on",
    )
    expect(work.locator(".role")).to_have_count(2)
    expect(work.locator(".role").first).to_contain_text("Chief of pumps")

    # Order by keyboard: the button keeps the focus and says where the entry stands now.
    down = work.get_by_role("button", name="Move down: Chief of pumps")
    down.focus()
    press(ada, "Enter")
    expect(work.locator(".role").last).to_contain_text("Chief of pumps")
    expect(ada.get_by_text("Moved: now 2 of 2.").first).to_be_attached()
    assert axe(ada) == []

    begin(ada, "Honours", title="Golden gauge", reach="me")
    expect(ada.locator("#s-honour").get_by_role("heading", name="Golden gauge")).to_be_visible()
    ada.locator("#main").get_by_role("link", name="View as").click()
    expect(ada.get_by_text("Golden gauge")).to_have_count(0)
    expect(ada.get_by_text("Chief of pumps")).to_be_visible()
    assert axe(ada) == []

    ada.goto(MINE)
    ada.get_by_role("link", name="Share as a post: Golden gauge").click()
    expect(ada.locator("textarea[name=text]")).to_have_value(re.compile("Golden gauge"))
    ada.goto(MINE)
    ada.locator("#s-honour").get_by_role("link", name="Edit: Golden gauge").click()
    ada.get_by_role("button", name="Remove").click()
    expect(ada.get_by_text("It is gone.")).to_be_visible()
    ada.get_by_role("button", name="Undo").click()
    expect(ada.locator("#s-honour").get_by_role("heading", name="Golden gauge")).to_be_visible()
    assert here.complaints == []


def test_a_cv_goes_out_and_comes_back_in(here: Town, chromium: Browser, tmp_path: Path):
    ada = here.page(chromium, "ada")
    ada.goto(MINE)
    ada.get_by_role("link", name="CV", exact=True).click()
    expect(ada.locator("article.paper")).to_contain_text("A. Lund")
    with ada.expect_download() as pdf:
        ada.get_by_role("link", name="PDF").click()
    assert Path(pdf.value.path()).read_bytes().startswith(b"%PDF-")
    cv = tmp_path / "resume.json"
    cv.write_text(json.dumps({
        "basics": {"name": "A. Lund"},
        "volunteer": [{"organization": "Night ferry", "position": "Deckhand", "startDate": "2020-05"}],
    }))  # fmt: skip
    ada.get_by_role("link", name="Bring a CV in").click()
    ada.locator("input[type=file]").set_input_files(cv)
    ada.get_by_role("button", name="Read it").click()
    expect(ada.get_by_text("Night ferry").first).to_be_visible()
    assert axe(ada) == []
    ada.get_by_role("button", name="Take over what is ticked").click()
    ada.goto(MINE)
    expect(ada.locator("#s-volunteering")).to_contain_text("Deckhand")
    assert here.complaints == []


def test_open_to_work_is_shown_to_others_than_the_manager(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto(MINE)
    ada.get_by_role("link", name="Open to work?").click()
    ada.get_by_label("Work you would like").fill("Quiet pumps")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.get_by_text("Quiet pumps")).to_be_visible()
    ada.goto("/professional/open/work/")
    ada.get_by_role("link", name="See your profile as your manager").click()
    expect(ada.get_by_text("Quiet pumps")).to_have_count(0)
    ada.goto(f"{MINE}as/?as=recruiter")
    expect(ada.get_by_text("Quiet pumps")).to_be_visible()
    ada.goto(MINE)
    ada.get_by_role("link", name="Open to mentor?").click()
    ada.get_by_label("What you can help with").fill("Reading gauges")
    ada.locator("[name=reach]").select_option("ties")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.get_by_text("Reading gauges")).to_be_visible()
    ada.goto(f"{MINE}as/?as=member")
    expect(ada.get_by_text("Reading gauges")).to_have_count(0)
    assert here.complaints == []


def test_a_page_is_made_and_run_by_two(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/professional/pages/new/")
    ada.locator("[name=name]").fill("Lund Pumps")
    ada.locator("[name=handle]").fill("lund.pumps")
    ada.get_by_role("button", name="Make the page").click()
    expect(ada.get_by_role("heading", name="Lund Pumps").first).to_be_visible()
    ada.goto("/professional/pages/@lund.pumps/team/")
    ada.get_by_label("Their handle").fill("cleo.work")
    ada.get_by_role("button", name="Ask them").click()
    assert axe(ada) == []
    cleo = here.page(chromium, "cleo")
    cleo.goto("/professional/notifications/")
    reload_until(cleo, "asks you to help run its page")
    cleo.get_by_role("link", name=re.compile("asks you to help run its page")).click()
    cleo.get_by_role("button", name=re.compile("^(Yes|Accept|Help)")).first.click()
    cleo.goto("/professional/pages/@lund.pumps/write/")
    cleo.locator("textarea[name=text]").fill("We open at nine.")
    cleo.locator("main form").get_by_role("button", name=re.compile("^(Post|Publish|Share)")).first.click()
    ada.goto("/professional/@lund.pumps/")
    expect(ada.get_by_text("We open at nine.")).to_be_visible()
    expect(ada.get_by_text("C. Roy")).to_have_count(0)

    # Its figures are drawn, its domain says how it is proved, and it goes over to the other one.
    ada.goto("/professional/pages/@lund.pumps/numbers/")
    expect(ada.get_by_role("heading", name="Followers")).to_be_visible()
    assert axe(ada) == []
    ada.goto("/professional/pages/@lund.pumps/domains/")
    ada.get_by_label("Domain").fill("lund-pumps.example")
    ada.get_by_role("button", name="Add").click()
    expect(ada.get_by_text("A record in the DNS")).to_be_visible()
    ada.goto("/professional/pages/@lund.pumps/team/")
    ada.get_by_label("What C. Roy does").select_option("owner")
    ada.get_by_role("button", name="Change", exact=True).last.click()
    expect(ada.get_by_text("changed a role")).to_be_visible()
    ada.locator("summary", has_text="Leave").click()
    ada.get_by_role("button", name="Leave the page").click()
    cleo.goto("/professional/pages/@lund.pumps/team/")
    expect(cleo.get_by_label("What C. Roy does")).to_have_value("owner")
    assert here.complaints == []


def test_words_about_oneself_are_for_whom_one_likes(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    ada.goto(f"{MINE}edit/")
    ada.get_by_label("About").fill("I hum to the pumps.")
    ada.locator("[name=reach_about]").select_option("ties")
    ada.get_by_label("Place").fill("Quay 4")
    ada.locator("[name=reach_place]").select_option("me")
    ada.get_by_role("button", name="Keep").click()
    expect(ada.locator("#s-about")).to_contain_text("I hum to the pumps.")
    cleo.goto(MINE)
    expect(cleo.locator("#s-about")).to_contain_text("I hum to the pumps.")
    expect(cleo.get_by_text("Quay 4")).to_have_count(0)
    ada.goto(f"{MINE}as/?as=member")
    expect(ada.get_by_text("I hum to the pumps.")).to_have_count(0)
    # A named person, by the real door.
    ada.get_by_label("Or somebody by handle").fill("cleo.work")
    ada.get_by_role("button", name="Look").click()
    expect(ada.get_by_text("I hum to the pumps.")).to_be_visible()
    assert axe(ada) == []
    assert here.complaints == []


def test_visitors_by_name_and_a_project_that_two_confirm(here: Town, chromium: Browser):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    for page in (ada, cleo):
        page.goto("/professional/visits/")
        page.get_by_role("radio", name=re.compile("^By name")).check()
        page.get_by_role("button", name="Keep").click()
    assert axe(ada) == []
    cleo.goto(MINE)
    ada.goto("/professional/visits/")
    expect(ada.locator("#rows").get_by_role("link", name="C. Roy").first).to_be_visible()

    ada.goto(MINE)
    begin(ada, "Projects", title="The quiet weir")
    ada.get_by_role("link", name="Who had a part in it: The quiet weir").click()
    ada.get_by_label("Who", exact=True).fill("C. Roy")
    ada.get_by_label("What they did").fill("Turbines")
    ada.get_by_role("button", name="Ask them").click()
    expect(ada.get_by_text("Waiting")).to_be_visible()
    cleo.goto("/professional/notifications/")
    reload_until(cleo, "says that you had a part in a project")
    cleo.get_by_role("link", name=re.compile("says that you had a part")).click()
    assert axe(cleo) == []
    cleo.get_by_role("button", name="Yes, I had").click()
    cleo.goto("/professional/@cleo.work/")
    expect(cleo.locator("#s-project")).to_contain_text("The quiet weir")
    ada.goto(MINE)
    expect(ada.locator("#s-project").get_by_role("link", name="C. Roy")).to_be_visible()
    assert here.complaints == []
