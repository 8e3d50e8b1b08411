"""A push service of the tests' own: it takes what is sent, opens it as a browser would (RFC 8291), and checks who
signed it (RFC 8292). What it does is written from the documents alone, not from our own code."""

import base64
import hashlib
import hmac
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _hkdf(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    first = hmac.new(salt, secret, hashlib.sha256).digest()
    return hmac.new(first, info + b"\x01", hashlib.sha256).digest()[:length]


class Browser:
    """The half of a subscription that never leaves the browser."""

    def __init__(self, private: ec.EllipticCurvePrivateKey | None = None, auth: bytes = b"0123456789abcdef"):
        self.private, self.auth = private or ec.generate_private_key(ec.SECP256R1()), auth
        self.public = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def keys(self) -> dict[str, str]:
        return {"p256dh": b64(self.public), "auth": b64(self.auth)}

    def opened(self, sealed: bytes) -> bytes:
        salt, size, length = sealed[:16], int.from_bytes(sealed[16:20], "big"), sealed[20]
        sender, body = sealed[21 : 21 + length], sealed[21 + length :]
        assert len(body) <= size
        secret = self.private.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        )
        material = _hkdf(self.auth, secret, b"WebPush: info\0" + self.public + sender, 32)
        key = _hkdf(salt, material, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _hkdf(salt, material, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(key).decrypt(nonce, body, None).rstrip(b"\0")
        assert plain.endswith(b"\x02"), "the last record"
        return plain[:-1]


@dataclass
class Service:
    """`sent` is what came: the path and headers, how long it was, and the note that the browser read."""

    port: int
    sent: list[tuple[str, dict, int, dict]] = field(default_factory=list)
    status: dict[str, int] = field(default_factory=dict)
    browsers: dict[str, Browser] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def near(self) -> list[str]:
        return [f"127.0.0.1:{self.port}"]

    def subscribed(self, name: str) -> dict[str, str]:
        """What a browser tells the server of itself."""
        browser = self.browsers.setdefault(name, Browser())
        return {"endpoint": f"http://127.0.0.1:{self.port}/{name}", **browser.keys()}

    def notes(self, name: str = "") -> list[dict]:
        return [note for path, _headers, _length, note in self.sent if not name or path == f"/{name}"]

    def take(self, path: str, headers: dict, body: bytes) -> int:
        self._check_signature(headers["Authorization"])
        status = self.status.get(path.strip("/"), 201)
        if status == 201:
            note = json.loads(self.browsers[path.strip("/")].opened(body))
            self.sent.append((path, headers, len(body), note))
        return status

    def _check_signature(self, header: str) -> None:
        scheme, _space, rest = header.partition(" ")
        parts = dict(each.strip().split("=", 1) for each in rest.split(","))
        words, _dot, signature = parts["t"].rpartition(".")
        one, other = (int.from_bytes(half, "big") for half in (raw(signature)[:32], raw(signature)[32:]))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(parts["k"]))
        key.verify(encode_dss_signature(one, other), words.encode(), ec.ECDSA(hashes.SHA256()))
        claims = json.loads(raw(words.partition(".")[2]))
        assert (scheme, claims["aud"]) == ("vapid", f"http://127.0.0.1:{self.port}")
        assert claims["sub"].startswith("mailto:")


@contextmanager
def push_service():
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                status = service.take(self.path, dict(self.headers), body)
            except Exception as problem:  # told to the test, which runs in another thread
                service.problems.append(repr(problem))
                status = 400
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    service = Service(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
        assert not service.problems, service.problems
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
