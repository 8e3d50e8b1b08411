"""Photos in a real browser, on a wide window and on a phone: albums, uploads, videos, the large view, names."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.films import film
from tests.look.camera import axe
from tests.stories.stage import Town, picture, press, reload_until

pytestmark = pytest.mark.browser

WINDOWS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(params=WINDOWS)
def window(request) -> dict:
    return {"viewport": WINDOWS[request.param], "has_touch": request.param == "phone"}


def clip(name: str = "clip") -> FilePayload:
    return {"name": f"{name}.mov", "mimeType": "video/quicktime", "buffer": film(320, 180, 2)}


def make_album(page: Page, name: str) -> str:
    page.goto("/social/photos/")
    page.get_by_role("link", name="New album").first.click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Make the album").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    return page.url


def add(page: Page, *files: FilePayload) -> None:
    page.locator("main").get_by_role("link", name="Add pictures").first.click()
    page.locator("#f-pictures").set_input_files(list(files))


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"


def test_an_album_is_filled_looked_at_and_put_in_order(here: Town, chromium: Browser, window):
    ada = here.page(chromium, "ada", **window)
    name = f"Lake {window['viewport']['width']}"
    where = make_album(ada, name)
    add(ada, picture("one"), picture("two"), clip())
    ada.wait_for_url(where)
    expect(ada.locator(".tile")).to_have_count(3)
    fits(ada)
    assert axe(ada) == []
    ada.locator(".tile a").first.click()
    box = ada.locator("dialog.lightbox")
    expect(box).to_contain_text("1 / 3")
    press(ada, "ArrowRight")
    expect(box).to_contain_text("2 / 3")
    press(ada, "End")
    expect(box).to_contain_text("3 / 3")
    press(ada, "Tab")
    assert ada.evaluate("document.activeElement.closest('dialog') !== null")
    press(ada, "Escape")
    expect(box).to_have_count(0)
    expect(ada.locator(".tile a").nth(2)).to_be_focused()
    ada.locator("summary", has_text="More").first.click()
    ada.get_by_role("link", name="Arrange, move, delete").click()
    first = ada.locator(".tile").first.get_attribute("data-item")
    ada.get_by_role("button", name="Later").first.click()
    expect(ada.locator(".tile").nth(1)).to_have_attribute("data-item", first or "")
    ada.locator(".tile input").first.check()
    ada.get_by_role("button", name="Delete ticked ones").click()
    expect(ada.locator(".tile")).to_have_count(2)
    ada.get_by_role("button", name="Undo").click()
    ada.goto(where)
    expect(ada.locator(".tile")).to_have_count(3)
    fits(ada)
    assert here.complaints == []


def test_a_video_is_prepared_and_played(here: Town, chromium: Browser):
    window = {"viewport": WINDOWS["phone"], "has_touch": True}
    ada, ben = here.page(chromium, "ada", **window), here.page(chromium, "ben", **window)
    ada.goto("/social/posts/new")
    text = "We rowed"
    ada.get_by_label("What you want to say").fill(text)
    ada.locator("#f-pictures").set_input_files([clip("rowing")])
    expect(ada.locator(".desk-pictures li")).to_have_count(1)
    expect(ada.get_by_label("What you want to say")).to_have_value(text)
    ada.get_by_label(re.compile("What is on picture 1")).fill("A boat, slowly")
    ada.get_by_role("button", name="Post", exact=True).click()
    expect(ada.get_by_text("Shared.")).to_be_visible()
    ben.goto("/social/@ada/")
    card = ben.locator("article.post", has_text=text)
    video = card.locator("video")
    expect(video).to_be_visible(timeout=60_000)
    played = video.evaluate(
        "async (video) => { video.muted = true; await video.play(); await new Promise((d) => setTimeout(d, 700));"
        " return [video.currentTime > 0, video.videoWidth, video.hasAttribute('autoplay')]; }"
    )
    assert played == [True, 320, False]
    key = video.get_attribute("data-film")
    whole = ada.request.get(f"/media/{key}/original")
    assert (whole.status, whole.headers["content-disposition"][:10]) == (200, "attachment")
    assert whole.body()[4:8] == b"ftyp"
    assert int(whole.headers.get("content-length", 0)) in (0, len(whole.body()))
    assert ben.request.get(f"/media/{key}/original").status == 404
    fits(ben)
    assert here.complaints == []


def test_what_cannot_be_taken_says_so_beside_its_name(here: Town, chromium: Browser, tmp_path: Path):
    # The browser complains of what is refused: as it should, so nobody listens here.
    ada = here.window(chromium, "ada").new_page()
    make_album(ada, "Wrong things")
    large = tmp_path / "party.mov"
    with large.open("wb") as file:
        file.truncate(4 * 1024**3)
    ada.locator("main").get_by_role("link", name="Add pictures").first.click()
    ada.locator("#f-pictures").set_input_files(large)
    expect(ada.get_by_text("“party.mov” has 4.0 GB. Videos may have 1 GB")).to_be_visible()
    ada.locator("#f-pictures").set_input_files(
        [{"name": "virus.jpg", "mimeType": "image/jpeg", "buffer": b"MZ" + bytes(900)}, picture("good")]
    )
    expect(ada.get_by_text("This is not a picture, whatever its name says.")).to_be_visible()
    expect(ada.locator(".upload.done")).to_have_count(1)
    ada.locator("[data-after]").get_by_role("link", name="See the album").click()
    expect(ada.locator(".tile")).to_have_count(1)


def test_a_file_refused_among_others_holds_nothing_up_in_what_one_writes(here: Town, chromium: Browser):
    """Those that are in are there to be described, and in the draft; what is typed meanwhile stays, and so does why."""
    ada = here.window(chromium, "ada").new_page()
    ada.goto("/social/posts/new")
    words = ada.get_by_label("What you want to say")
    words.press_sequentially("Two of")
    bad: FilePayload = {"name": "virus.jpg", "mimeType": "image/jpeg", "buffer": b"MZ" + bytes(900)}
    ada.locator("#f-pictures").set_input_files([picture("one"), bad, picture("two")])
    words.press_sequentially(" three")
    expect(ada.locator(".desk-pictures li")).to_have_count(2)
    expect(ada.locator(".upload")).to_have_count(1)
    expect(ada.locator(".upload.failed")).to_contain_text("virus.jpg")
    expect(words).to_have_value("Two of three")
    expect(words).to_be_focused()
    ada.get_by_label(re.compile("What is on picture 2")).fill("A quay")
    ada.locator("#f-pictures").set_input_files([picture(f"more {number}") for number in range(9)])
    expect(ada.locator(".desk-pictures li")).to_have_count(10)
    expect(ada.locator(".upload.failed").last).to_contain_text("room for 10")
    ada.wait_for_url(re.compile("/social/drafts/"))
    expect(ada.locator("#kept")).to_contain_text("Draft saved")
    ada.wait_for_timeout(2_500)
    ada.reload()
    expect(ada.locator(".desk-pictures li")).to_have_count(10)
    expect(ada.get_by_label(re.compile("What is on picture 2"))).to_have_value("A quay")
    ada.goto("/social/posts/new")
    words.fill("Sent too soon")
    ada.locator("#f-pictures").set_input_files([picture("late one")])
    ada.get_by_role("button", name="Post", exact=True).click()
    expect(ada.get_by_text("Shared.")).to_be_visible()
    expect(ada.locator("article.post", has_text="Sent too soon").locator(".photos img")).to_have_count(1)


def test_an_upload_that_was_cut_off_goes_on_where_it_was(here: Town, chromium: Browser):
    """The line breaks in the middle; another day, in another window, the same file goes on."""
    long: FilePayload = {
        "name": "long.mov",
        "mimeType": "video/quicktime",
        "buffer": film(320, 180, 2) + bytes(9_000_000),
    }
    path = Path(here.server.folder) / "long.mov"
    path.write_bytes(long["buffer"])
    ada = here.window(chromium, "ada").new_page()
    where = make_album(ada, "Cut off")
    pieces = 0

    def cut(route) -> None:
        nonlocal pieces
        pieces += route.request.method == "PATCH"
        route.abort() if route.request.method == "PATCH" and pieces > 1 else route.continue_()

    ada.route("**/social/pictures/**", cut)
    ada.locator("main").get_by_role("link", name="Add pictures").first.click()
    ada.locator("#f-pictures").set_input_files(path)
    expect(ada.get_by_text("The server does not answer.")).to_be_visible()
    ada.close()
    later = here.page(chromium, "ada")
    asked: list[str] = []
    later.on("request", lambda request: asked.append(request.headers.get("upload-offset", "")))
    later.goto(where + "add")
    expect(later.locator(".upload")).to_contain_text("It was cut off.")
    later.locator("#f-pictures").set_input_files(path)
    later.wait_for_url(where)
    expect(later.locator(".tile")).to_have_count(1)
    offsets = [int(each) for each in asked if each]
    assert min(offsets) == 4 * 1024 * 1024


def test_many_are_counted_and_what_a_line_lost_is_sent_again(here: Town, chromium: Browser):
    ada = here.window(chromium, "ada").new_page()
    where = make_album(ada, "Many")
    gone = 0

    def lose(route) -> None:
        nonlocal gone
        gone += 1
        route.abort() if gone == 3 else route.continue_()

    ada.route(
        re.compile("/social/albums/.*/add"),
        lambda r: lose(r) if r.request.method == "POST" else r.continue_(),
    )
    add(ada, *(picture(f"p{number}") for number in range(9)))
    expect(ada.locator("[data-told]")).to_have_text("8 of 9 are in; did not arrive: 1")
    expect(ada.locator(".upload:visible")).to_have_count(1)
    ada.get_by_role("button", name="Try again what did not arrive").click()
    ada.wait_for_url(where)
    expect(ada.locator(".tile")).to_have_count(9)


def test_an_album_of_two_and_a_name_with_consent(here: Town, chromium: Browser):
    window = {"viewport": WINDOWS["wide"]}
    ada, ben = here.page(chromium, "ada", **window), here.page(chromium, "ben", **window)
    name = "Of both"
    where = make_album(ada, name)
    ada.goto(where + "people")
    ada.get_by_label("Name or handle").fill("@ben")
    ada.get_by_role("button", name="Ask").click()
    expect(ada.get_by_text("Asked; not answered yet")).to_be_visible()
    reload_until_goes(ben, "/social/photos/", name)
    ben.get_by_role("button", name="Accept").click()
    add(ben, picture("from ben"))
    ben.wait_for_url(where)
    ada.goto(where)
    expect(ada.locator(".tile")).to_have_count(1)
    add(ada, picture("from ada"))
    ada.wait_for_url(where)
    ada.goto(ada.locator(".tile a").nth(1).get_attribute("href") or "")
    ada.get_by_text("Who is on it").click()
    ada.get_by_label("Name or handle").fill("@ben")
    ada.get_by_role("button", name="Add", exact=True).click()
    expect(ada.get_by_text("not answered yet")).to_be_visible()
    ben.goto("/social/photos/of-me/")
    ben.get_by_role("button", name="Agree").first.click()
    expect(ben.locator(".tile")).not_to_have_count(0)
    ada.reload()
    expect(ada.locator(".photo-people")).to_contain_text("Ben Ito")
    fits(ada)
    assert axe(ada) == []
    assert here.complaints == []


def reload_until_goes(page: Page, path: str, text: str) -> None:
    page.goto(path)
    reload_until(page, text)


def test_albums_work_without_script(here: Town, chromium: Browser):
    ada = here.page(chromium, "ada", java_script_enabled=False)
    where = make_album(ada, "Plain")
    ada.locator("main").get_by_role("link", name="Add pictures").first.click()
    ada.locator("#f-pictures").set_input_files([picture("one"), picture("two")])
    ada.get_by_role("button", name="Add", exact=True).click()
    expect(ada).to_have_url(where)
    expect(ada.locator(".tile")).to_have_count(2)
    ada.locator(".tile a").first.click()
    ada.get_by_role("link", name="Next picture").click()
    expect(ada.get_by_role("link", name="Plain")).to_be_visible()
