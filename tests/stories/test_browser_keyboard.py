"""By keys alone, and without script at all."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.browser_world import PASSWORD
from tests.stories.stage import Town, picture, press

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.closest('article')?.id || document.activeElement.tagName")


def test_the_feed_is_read_by_keys(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/")
    posts = ada.locator("[role=feed] > article")
    first, second = (posts.nth(place).get_attribute("id") for place in (0, 1))
    press(ada, "j")
    assert focused(ada) == first
    press(ada, "j")
    assert focused(ada) == second
    press(ada, "k")
    assert focused(ada) == first
    press(ada, "j")
    react = ada.locator(f"#{second} [data-key=l]")
    press(ada, "l")
    expect(react).to_have_attribute("aria-pressed", "true")
    assert focused(ada) == second
    press(ada, "o")
    expect(ada).to_have_url(re.compile(f"/social/posts/{second.removeprefix('p-')}/$"))
    ada.go_back()
    press(ada, "c")
    expect(ada).to_have_url(re.compile("/social/posts/new$"))
    expect(ada.get_by_label("What you want to say")).to_be_focused()
    ada.keyboard.type("jk?/")
    expect(ada.get_by_label("What you want to say")).to_have_value("jk?/")
    ada.goto("/social/people/find/")
    press(ada, "Control+k")
    expect(ada.locator("#q")).to_be_focused()
    press(ada, "Escape")
    ada.locator("#q").blur()
    press(ada, "/")
    expect(ada.get_by_role("searchbox", name="Name or handle")).to_be_focused()
    ada.goto("/social/saved/")
    press(ada, "g")
    press(ada, "h")
    expect(ada).to_have_url(re.compile("/social/$"))
    assert here.complaints == []


def test_the_sheet_explains_the_keys_and_switches_them_off(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/")
    press(ada, "?")
    sheet = ada.locator("#keys")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("Next post, previous post")
    assert ada.evaluate("document.getElementById('keys').contains(document.activeElement)")
    press(ada, "Escape")
    expect(sheet).to_be_hidden()
    press(ada, "?")
    sheet.get_by_role("checkbox").uncheck()
    press(ada, "Escape")
    press(ada, "j")
    assert focused(ada) not in ada.locator("[role=feed] > article").evaluate_all(
        "all => all.map(each => each.id)"
    )
    ada.reload()
    press(ada, "c")
    press(ada, "?")
    expect(sheet).to_be_visible()
    expect(ada).to_have_url(re.compile("/social/$"))
    expect(sheet.get_by_role("checkbox")).not_to_be_checked()


def test_tab_leads_past_the_bar_and_through_a_menu(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/")
    press(ada, "Tab")
    skip = ada.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["height"] > 20, "it is seen once it is reached"
    press(ada, "Enter")
    expect(ada.locator("main")).to_be_focused()
    menu = ada.locator("details.menu", has=ada.locator("summary[title=You]"))
    menu.locator("summary").focus()
    press(ada, "Enter")
    press(ada, "ArrowDown")
    expect(menu.locator(".menu-item").first).to_be_focused()
    press(ada, "Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_a_long_post_unfolds_where_it_stands(here: Town, chromium: Browser):
    here.do("post", "ada", "\n".join(f"Verse {n}" for n in range(40)))
    ada = here.page(chromium, "ada")
    ada.goto("/social/@ada/")
    post = ada.locator("article.post", has_text="Verse 39")
    before = post.bounding_box()["height"]
    post.get_by_role("link", name="Read on").press("Enter")
    assert post.bounding_box()["height"] > before + 300
    assert post.get_by_role("link", name="Read on").count() == 0
    assert focused(ada) == post.get_attribute("id")
    expect(ada).to_have_url(re.compile("/social/@ada/$"))


def test_pictures_open_and_turn_by_keys(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/social/posts/new")
    ada.locator("#f-pictures").set_input_files([picture("one"), picture("two")])
    ada.get_by_label(re.compile("What is on picture 1")).fill("The first")
    ada.get_by_label(re.compile("What is on picture 2")).fill("The second")
    ada.get_by_role("button", name="Post", exact=True).click()
    ada.goto("/social/@ada/")
    link = ada.locator("article.post a[data-picture]").first
    link.focus()
    press(ada, "Enter")
    box = ada.locator("dialog.lightbox")
    expect(box.locator(".caption")).to_have_text("The first")
    press(ada, "ArrowRight")
    expect(box.locator(".caption")).to_have_text("The second")
    press(ada, "ArrowRight")
    expect(box.locator(".caption")).to_have_text("The first")
    press(ada, "Escape")
    expect(box).to_have_count(0)
    expect(link).to_be_focused()
    assert here.complaints == []


def test_everything_works_without_script(here: Town, chromium: Browser):
    ada = here.page(chromium, java_script_enabled=False)
    ada.goto("/social/people/requests/")
    ada.get_by_label("E-mail address").fill("ada@example.org")
    ada.get_by_label("Password").fill(PASSWORD)
    ada.get_by_role("button", name="Sign in", exact=True).click()
    expect(ada).to_have_url(re.compile("/social/people/requests/$"))
    ada.get_by_role("button", name="Accept", exact=True).click()
    expect(ada.get_by_role("button", name="Accept", exact=True)).to_have_count(0)
    ada.goto("/social/")
    ada.locator("#composer-way a.box").click()
    ada.get_by_label("What you want to say").fill("Written without any script.")
    ada.get_by_text("Change who can see it").click()
    ada.locator("[name=reach][value=members]").check()
    ada.get_by_role("button", name="Post", exact=True).click()
    expect(ada.get_by_text("Shared.")).to_be_visible()
    ada.goto("/social/@ada/")
    post = ada.locator("article.post", has_text="Written without any script.")
    expect(post).to_contain_text("Members")
    ada.goto("/social/")
    other = ada.locator("article.post", has_text="The lake froze over tonight.")
    other.get_by_role("button", name="Love").first.click()
    expect(other.get_by_role("button", name="Love").first).to_have_attribute("aria-pressed", "true")
    expect(other.locator(".counts .by")).to_have_text("You")
    other.get_by_role("link", name="Comment", exact=True).click()
    ada.get_by_label("Your answer").fill("From a plain form.")
    ada.get_by_role("button", name="Send").click()
    expect(ada.locator("#comments")).to_contain_text("From a plain form.")
    ada.locator("summary", has_text="You: menu").click()
    ada.get_by_role("button", name="Sign out").click()
    expect(ada.get_by_role("link", name="Sign in").first).to_be_visible()
