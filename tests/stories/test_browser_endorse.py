"""Being recognised for what one can do: endorsements on shared ground, a badge to take along, recommendations."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.stage import Town, reload_until

pytestmark = pytest.mark.browser

ADA, CLEO = "/professional/@ada.work/", "/professional/@cleo.work/"


def names(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("#mine .mine-skill b").all_inner_texts()]


def test_skills_are_named_ordered_by_keys_and_brought_back(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto(ADA)
    ada.get_by_role("link", name="Add a skill").click()
    for name in ("Hydrology", "Python", "Piano tuning"):
        ada.get_by_label("Add a skill").fill(name)
        ada.get_by_label("Add a skill").press("Enter")
        expect(ada.get_by_text(f"{name} stands on your profile.")).to_be_visible()
    assert names(ada) == ["Hydrology", "Python", "Piano tuning"]
    up = ada.get_by_role("button", name="Move up: Python")
    up.focus()
    up.press("Enter")
    expect(ada.locator("#mine .mine-skill b").first).to_have_text("Python")
    expect(up).to_be_focused()
    ada.get_by_role("button", name="Show first: Piano tuning").click()
    expect(ada.locator("#mine .mine-skill b").first).to_have_text("Piano tuning")
    ada.locator("summary", has_text="More about Python").click()
    ada.get_by_role("button", name="Only me").last.click()
    expect(ada.locator(".mine-skill", has_text="Python")).to_contain_text("Only me")
    ada.locator("summary", has_text="More about Piano tuning").click()
    ada.get_by_role("button", name="Remove").first.click()
    expect(ada.get_by_text("Piano tuning is removed.")).to_be_visible()
    assert names(ada) == ["Python", "Hydrology"]
    ada.get_by_role("button", name="Undo").click()
    expect(ada.get_by_text("Piano tuning is back.")).to_be_visible()
    cleo = here.page(chromium, "cleo")
    cleo.goto(ADA)
    expect(cleo.locator("#skills")).to_contain_text("Hydrology")
    expect(cleo.locator("#skills")).not_to_contain_text("Python")
    assert here.complaints == []


def add_work(page: Page, handle: str, year: str) -> None:
    """A job at the same place, from `year` to 2021."""
    page.goto(f"/professional/@{handle}/add/experience/")
    page.locator("[name=title]").fill("Engineer")
    page.locator("[name=organisation_name]").fill("Veermond Waterworks")
    for name, number in (("began", year), ("ended", "2021")):
        page.locator(f"[name={name}_month]").select_option("3")
        page.locator(f"[name={name}_year]").fill(number)
    page.locator("[name=reach]").select_option("members")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Veermond Waterworks").first).to_be_visible()


def checked(page: Page, badge: Path, words: str) -> None:
    page.goto("/credentials/check")
    page.get_by_label("Or choose its file").set_input_files(badge)
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", name=words)).to_be_visible()


def test_an_endorsement_on_shared_ground_becomes_a_badge_that_anybody_can_check(
    here: Town, chromium: Browser, tmp_path: Path
):
    ada, cleo = here.page(chromium, "ada"), here.page(chromium, "cleo")
    add_work(ada, "ada.work", "2017")
    add_work(cleo, "cleo.work", "2019")
    cleo.goto(ADA)
    skill = cleo.locator(".skill", has_text="Hydrology")
    skill.get_by_role("button", name="Endorse").click()
    expect(skill.get_by_role("button", name="Endorsed")).to_have_attribute("aria-pressed", "true")
    skill.get_by_role("link", name="Hydrology").click()
    cleo.get_by_role("link", name="Say where you have seen it").click()
    cleo.get_by_label("worked together at Veermond Waterworks, 2019–2021").check()
    cleo.get_by_role("button", name="State it").click()
    expect(cleo.get_by_text("is asked to confirm: worked together")).to_be_visible()

    ada.goto("/professional/notifications/")
    reload_until(ada, "rests on: is it so?")
    ada.get_by_role("link", name=re.compile("rests on: is it so")).click()
    expect(ada.locator("#waiting")).to_contain_text(
        "Hydrology: worked together at Veermond Waterworks, 2019–2021"
    )
    ada.get_by_role("button", name="Confirm").click()
    expect(ada.get_by_text("there is a badge for it")).to_be_visible()
    ada.locator("#mine").get_by_role("link", name="Hydrology").click()
    expect(ada.locator(".proof")).to_contain_text("worked together at Veermond Waterworks")
    ada.locator("summary", has_text="More about the endorsement by C. Roy").click()
    with ada.expect_download() as download:
        ada.get_by_role("link", name="Badge to keep (JWT)").click()
    badge = tmp_path / "badge.jwt"
    download.value.save_as(badge)

    stranger = here.page(chromium)
    checked(stranger, badge, "This badge is valid")
    expect(stranger.locator(".verdict")).to_contain_text("A. Lund")
    expect(stranger.locator(".verdict")).to_contain_text("worked together at Veermond Waterworks, 2019–2021")
    cleo.reload()
    cleo.get_by_role("button", name="Take the reason back").click()
    expect(cleo.get_by_text("and its badge with it")).to_be_visible()
    checked(stranger, badge, "This badge was revoked")
    badge.write_text("not a badge")
    stranger.goto("/credentials/check")
    stranger.get_by_label("Paste the badge").fill("not a badge")
    stranger.get_by_role("button", name="Check it").click()
    expect(stranger.get_by_role("heading", name="This is no badge that can be read here")).to_be_visible()
    expect(stranger.get_by_label("Paste the badge")).to_have_value("not a badge")


def test_a_recommendation_goes_back_and_forth_before_anybody_reads_it(here: Town, chromium: Browser):
    ada, cleo, stranger = here.page(chromium, "ada"), here.page(chromium, "cleo"), here.page(chromium)
    ada.goto(f"{CLEO}recommendations/ask")
    ada.get_by_label("A few words").fill("The winter of the frozen sluice?")
    ada.get_by_role("button", name="Ask", exact=True).click()
    expect(ada.get_by_text("Waiting")).to_be_visible()
    cleo.goto("/professional/recommendations/?tab=requests")
    expect(cleo.get_by_text("The winter of the frozen sluice?")).to_be_visible()
    cleo.get_by_role("link", name="Write", exact=True).click()
    text = cleo.get_by_label("What you would tell somebody")
    text.press_sequentially("She thawed it with tea.")
    expect(cleo.get_by_text("Draft saved")).to_be_visible()
    cleo.reload()
    expect(text).to_have_value("She thawed it with tea.")
    cleo.get_by_role("button", name="Send to").click()
    expect(cleo.get_by_text("decides whether it is shown")).to_be_visible()

    stranger.goto(f"{ADA}recommendations/")
    expect(stranger.get_by_text("thawed")).to_have_count(0)
    ada.goto("/professional/recommendations/")
    ada.get_by_role("link", name="Read and decide").click()
    ada.get_by_label("What should be different").fill("It was coffee.")
    ada.get_by_role("button", name="Send it back").click()
    cleo.goto("/professional/recommendations/?tab=given")
    expect(cleo.get_by_text("It was coffee.")).to_be_visible()
    cleo.get_by_role("link", name="Go on writing").click()
    text.fill("She thawed it with coffee.")
    cleo.get_by_role("button", name="Send to").click()
    ada.goto("/professional/recommendations/")
    ada.get_by_role("link", name="Read and decide").click()
    ada.get_by_label("Who can see it").select_option("everyone")
    ada.get_by_role("button", name="Show it", exact=True).click()
    stranger.reload()
    expect(stranger.get_by_text("She thawed it with coffee.")).to_be_visible()
    stranger.goto(ADA)
    expect(stranger.locator("#recommendations")).to_contain_text("She thawed it with coffee.")

    ada.get_by_role("link", name="Open").click()
    ada.get_by_role("button", name="Do not show it").click()
    expect(ada.get_by_text("It is not shown. Nobody is told.")).to_be_visible()
    stranger.reload()
    expect(stranger.get_by_text("thawed")).to_have_count(0)
    cleo.goto("/professional/recommendations/?tab=given")
    cleo.get_by_role("link", name="Take back").click()
    cleo.get_by_role("button", name="Take it back").click()
    expect(cleo.get_by_text("It is taken back.")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("thawed")).to_have_count(0)
    # Chromium itself complains of the refusal above.
    assert not [each for each in here.complaints if "422" not in each]
