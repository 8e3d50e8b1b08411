"""A domain is proved by a record of its DNS or a file of its website: asked of real servers that the test runs."""

import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.pages.actions import check_domain, give_role, recheck
from twofold.network.pages.models import Domain
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

HERE = "/professional/pages/@delta/domains/"


class Names(threading.Thread):
    """A name server for TXT records alone: `records` by name; everything else has none."""

    def __init__(self):
        super().__init__(daemon=True)
        self.records: dict[str, str] = {}
        self.line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.line.bind(("127.0.0.1", 0))
        self.port = self.line.getsockname()[1]

    def run(self) -> None:
        while True:
            try:
                asked, sender = self.line.recvfrom(512)
            except OSError:
                return
            self.line.sendto(self.answer(asked), sender)

    def answer(self, asked: bytes) -> bytes:
        labels, place = [], 12
        while length := asked[place]:
            labels.append(asked[place + 1 : place + 1 + length].decode())
            place += 1 + length
        question = asked[12 : place + 5]
        text = self.records.get(".".join(labels).lower())
        if text is None:
            return asked[:2] + struct.pack(">HHHHH", 0x8183, 1, 0, 0, 0) + question
        data = bytes([len(text)]) + text.encode()
        row = b"\xc0\x0c" + struct.pack(">HHIH", 16, 1, 1, len(data)) + data
        return asked[:2] + struct.pack(">HHHHH", 0x8180, 1, 1, 0, 0) + question + row


@pytest.fixture
def names(settings):
    server = Names()
    server.start()
    settings.RESOLVER = f"127.0.0.1#{server.port}"
    yield server
    server.line.close()


@pytest.fixture
def delta() -> Persona:
    nadia = person("nadia", "professional")
    page = person("delta", "professional", name="Delta", kind=Persona.Kind.PAGE)
    give_role(page, nadia, kind="owner")
    assert client_of(nadia).post(HERE, {"name": "https://www.Delta.example/"}).status_code == 303
    return nadia


def test_a_record_proves_a_domain_and_visitors_see_it(delta, names):
    domain = Domain.objects.get()
    assert domain.name == "delta.example"
    page = client_of(delta).get(HERE).content.decode()
    assert f"twofold-domain={domain.token}" in page
    look(delta, domain)
    assert "Not seen yet" in client_of(delta).get(HERE).content.decode()
    names.records["_twofold.delta.example"] = f"twofold-domain={domain.token}"
    look(delta, domain)
    assert "delta.example" in client_of(None).get("/professional/@delta/").content.decode()


def look(owner: Persona, domain: Domain) -> None:
    assert client_of(owner).post(f"{HERE}{encode(domain.pk)}/look/").status_code == 303
    drain()


def test_what_is_no_longer_shown_is_lost(delta, names):
    domain = Domain.objects.get()
    names.records["delta.example"] = f"twofold-domain={domain.token}"
    check_domain(domain.pk)
    assert Domain.objects.get().proved_at
    names.records.clear()
    Domain.objects.update(checked_at="2020-01-01T00:00:00Z")
    recheck()
    assert Domain.objects.get().proved_at is None


def test_of_two_pages_the_first_proof_counts(delta, names):
    other = person("copy", "professional", kind=Persona.Kind.PAGE)
    second = Domain.objects.create(page=other, name="delta.example")
    first = Domain.objects.get(page__handle="delta")
    names.records["_twofold.delta.example"] = f"twofold-domain={first.token}"
    names.records["delta.example"] = f"twofold-domain={second.token}"
    check_domain(first.pk)
    check_domain(second.pk)
    second.refresh_from_db()
    assert (second.proved_at, second.problem) == (None, "taken")


class File(BaseHTTPRequestHandler):
    token = ""

    def do_GET(self):
        self.send_response(200 if self.path == "/.well-known/twofold-domain.txt" else 404)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(f"# ours\ntwofold-domain={self.token}\n".encode())

    def log_message(self, *words):
        pass


def test_a_file_proves_a_domain_too(delta, names):
    domain = Domain.objects.get()
    site = ThreadingHTTPServer(("127.0.0.1", 0), File)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    where = f"127.0.0.1:{site.server_port}"
    Domain.objects.update(name=where)
    try:
        File.token = "another"
        check_domain(domain.pk, let_through=[where])
        assert Domain.objects.get().proved_at is None
        File.token = domain.token
        check_domain(domain.pk, let_through=[where])
        assert Domain.objects.get().proved_at
    finally:
        site.shutdown()
        site.server_close()


@pytest.mark.parametrize(
    "name", ["delta", "http://", "127.0.0.1", "-a.example", "a..example", "x" * 210 + ".example"]
)
def test_what_is_no_domain_is_refused(delta, name):
    answer = client_of(delta).post(HERE, {"name": name})
    assert answer.status_code == 422
    assert Domain.objects.count() == 1
