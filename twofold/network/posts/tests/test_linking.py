import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from tests.world import person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import fetch as guarded
from twofold.foundation.kit.fetch import Unreachable, fetch, is_refused
from twofold.network.posts import actions
from twofold.network.posts.models import LinkCard
from twofold.people.audiences.specs import EVERYONE

PAGE = (
    "<html><head><title>Plain</title><meta property='og:title' content='The  lock\u202e keeper'>"
    "<meta name='description' content='Of sluices'><meta property='og:site_name' content='Quay'></head></html>"
)


class Site(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.headers["Host"])
        act = getattr(self, "page_" + self.path.strip("/").partition("?")[0], self.page_missing)
        act()

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def page_ok(self):
        self.answer(PAGE.encode())

    def page_around(self):
        self.answer(b"", status=302, Location="/ok")

    def page_round(self):
        self.answer(b"", status=302, Location="/round")

    def page_inside(self):
        self.answer(b"", status=302, Location="http://127.0.0.2/ok")

    def page_file(self):
        self.answer(PAGE.encode(), "application/pdf")

    def page_endless(self):
        self.answer(b"<title>Long</title>" + b"x" * 3_000_000)

    def page_slow(self):
        with suppress(OSError):
            for letter in b"HTTP/1.0 200 OK\r\nX: " + b"y" * 400:
                self.wfile.write(bytes([letter]))
                self.wfile.flush()
                time.sleep(0.05)

    def page_missing(self):
        self.answer(b"", status=404)

    def log_message(self, *_parts):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Site.asked.clear()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.31.0.1",
        "192.168.1.1",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.0.192",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "100::1",
        "3fff::1",
    ],
)
def test_what_could_be_a_neighbour_is_refused(address):
    assert is_refused(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::1"])
def test_what_is_out_in_the_world_is_not(address):
    assert not is_refused(ip_address(address))


def get(site: str, way: str):
    return fetch(f"http://{site}/{way}", user_agent="test", let_through=[site])


def test_a_page_is_fetched_and_redirects_are_followed(site):
    assert get(site, "ok").html.decode() == PAGE
    assert get(site, "around").address == f"http://{site}/ok"
    assert set(Site.asked) == {site}


@pytest.mark.parametrize("way", ["round", "inside", "file", "none"])
def test_what_is_not_a_page_out_there_is_unreachable(site, way):
    with pytest.raises(Unreachable):
        get(site, way)


def test_a_page_without_end_is_cut_off(site):
    assert len(get(site, "endless").html) == guarded.MAX_BYTES


def test_a_page_that_comes_letter_by_letter_is_given_up(site, monkeypatch):
    monkeypatch.setattr(guarded, "MAX_SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(Unreachable):
        get(site, "slow")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://localhost/",
        "http://user:word@example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://example.org:22/",
        "http://[::1",
        "http://",
    ],
)
def test_addresses_that_mean_us_are_unreachable(address):
    with pytest.raises(Unreachable):
        fetch(address, user_agent="test")


@pytest.mark.django_db
def test_a_card_shows_what_the_page_says_of_itself(site):
    post = actions.publish(person("anna"), text=f"Look: http://{site}/ok", spec=EVERYONE)
    version = post.version
    actions.look_behind(post.pk, let_through=[site])
    card = LinkCard.objects.get(post=post)
    assert (card.title, card.description, card.site) == ("The lock keeper", "Of sluices", "Quay")
    post.refresh_from_db()
    assert post.version == version + 1
    asked = len(Site.asked)
    actions.look_behind(post.pk, let_through=[site])
    assert len(Site.asked) == asked


@pytest.mark.django_db
def test_the_courier_itself_reaches_no_neighbour(site):
    post = actions.publish(person("anna"), text=f"Look: http://{site}/ok", spec=EVERYONE)
    drain()
    assert not Site.asked
    card = LinkCard.objects.get(post=post)
    assert card.fetched_at is not None
    assert not card.title
