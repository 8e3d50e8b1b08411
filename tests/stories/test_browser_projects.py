"""A board in a real browser: tasks are moved by keys and by the mouse, and stand there when the page comes again."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.stage import Town, press

pytestmark = pytest.mark.browser


def titles(page: Page, column: int) -> list[str]:
    return page.locator("[data-column]").nth(column).locator(".task-title").all_inner_texts()


def write(page: Page, title: str) -> None:
    form = page.locator(".board-new").first
    form.locator("[name=title]").fill(title)
    form.locator("button").click()
    expect(page.locator(".task-title", has_text=title)).to_be_visible()


def test_a_board_is_worked_by_keys_and_by_the_mouse(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada")
    ada.goto("/professional/projects/new/")
    ada.locator("[name=name]").fill("Lock 7")
    ada.get_by_role("button", name="Begin the project").click()
    for title in ("Grease the gate", "Paint the rail"):
        write(ada, title)
    board = ada.url
    ada.locator("[data-ready]").wait_for()
    with ada.expect_response(lambda answer: answer.url.endswith("/move/")):
        ada.locator(".task-title", has_text="Grease the gate").focus()
        press(ada, "Alt+ArrowRight")
    expect(ada.locator("#live")).to_contain_text("Doing")
    with ada.expect_response(lambda answer: answer.url.endswith("/move/")):
        ada.locator(".task-card", has_text="Paint the rail").drag_to(ada.locator("[data-column]").nth(2))
    ada.goto(board)
    assert [titles(ada, each) for each in range(3)] == [[], ["Grease the gate"], ["Paint the rail"]]
    _due(ada, board)
    _finish(ada, board)
    assert not here.complaints


def _due(ada: Page, board: str) -> None:
    """In the calendar a task moves by keys and by the mouse, and back again."""
    ada.locator(".task-title", has_text="Grease the gate").click()
    ada.locator("summary", has_text="Change").click()
    ada.locator("[name=due]").fill("2027-03-10")
    ada.get_by_role("button", name="Keep").click()
    month = f"{board}month/?at=2027-03"
    ada.goto(month)
    ada.locator("[data-ready]").wait_for()
    mark = ada.locator("[data-month] [data-task]")
    with ada.expect_response(lambda answer: answer.url.endswith("/due/")):
        mark.focus()
        press(ada, "Alt+ArrowRight")
    expect(ada.locator("[data-day='2027-03-11'] [data-task]")).to_be_focused()
    with ada.expect_response(lambda answer: answer.url.endswith("/due/")):
        mark.drag_to(ada.locator("[data-day='2027-03-17']"))
    with ada.expect_response(lambda answer: answer.url.endswith("/due/")):
        ada.locator("#toasts").get_by_role("button", name="Undo").last.click()
    ada.goto(month)
    expect(ada.locator("[data-day='2027-03-11'] [data-task]")).to_have_text("Grease the gate")
    ada.goto(board)


def _finish(ada: Page, board: str) -> None:
    """The project ends, and stands on the profile of whoever says that they had a part in it."""
    ada.locator(".task-title", has_text="Grease the gate").click()
    ada.get_by_label("Another line").fill("Grease is bought")
    ada.locator("#checks").get_by_role("button", name="Add").click()
    ada.get_by_role("checkbox", name="Grease is bought").click()
    expect(ada.get_by_role("checkbox", name="Grease is bought")).to_be_checked()
    ada.get_by_label("What you want to say").fill("Half a tin is left")
    ada.get_by_role("button", name="Say it").click()
    expect(ada.locator("#notes")).to_contain_text("Half a tin is left")
    ada.goto(board)
    ada.locator(".project-head summary", has_text="More").click()
    ada.get_by_role("link", name="Finish or close it").click()
    ada.get_by_role("button", name="Finish it").click()
    ada.goto(board)
    ada.get_by_role("button", name="Yes, I had a part in it").click()
    ada.get_by_role("link", name="Look at it").click()
    expect(ada.locator("#s-project")).to_contain_text("Lock 7")
