"""The only code that reaches addresses which people give: link cards, feeds of jobs, push services of browsers.

A name is resolved once, each of its addresses is compared with our own list of refused ranges, and the connection goes
to the checked address, with the name in the Host header and in the certificate's check. Each redirect is a new
address. Nothing of ours is sent along: no cookie, no proxy, no referrer.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

_Read = TypeVar("_Read")

MAX_BYTES = 1_000_000
MAX_SECONDS = 5.0
MAX_REDIRECTS = 3
_PORTS = {"http": 80, "https": 443}
# Plain text too: what proves a domain is a line of it. As a link card it shows nothing.
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Range = ipaddress.IPv4Network | ipaddress.IPv6Network

# Python 3.11's is_global lets through ::127.0.0.1, NAT64, 6to4 and others, so the list is our own. Every way in which
# IPv6 wraps an IPv4 address is refused whole, whatever is inside.
_REFUSED_4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols, and another metadata service
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
# Only 2000::/3 is given out; what of it is not for everyone:
_GIVEN_OUT_6 = ipaddress.IPv6Network("2000::/3")
_REFUSED_6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocols, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: of which `kinds`, and how many bytes at most; `whole` refuses what is larger."""

    kinds: tuple[str, ...] = _KINDS
    most: int = MAX_BYTES
    whole: bool = False


_A_PAGE = Wanted()


class Unreachable(Exception):
    """The page could not be had, or must not be; the words are for logs of the server's owner, not for members."""


@dataclass(frozen=True)
class Page:
    """What an address led to: where in the end, and up to `MAX_BYTES` of HTML as it came."""

    address: str
    html: bytes


def is_refused(address: Address) -> bool:
    """Whether nobody but this machine or its neighbours could be meant by `address`."""
    if isinstance(address, ipaddress.IPv4Address):
        return any(address in each for each in _REFUSED_4)
    if address.scope_id or address not in _GIVEN_OUT_6:
        return True
    return any(address in each for each in _REFUSED_6)


def fetch(
    address: str, *, user_agent: str, let_through: Iterable[str] = (), wanted: Wanted = _A_PAGE
) -> Page:
    """The page at `address`. Raises Unreachable for anything but what is wanted, and after `MAX_SECONDS` in all.

    `let_through` are addresses with their port ("127.0.0.1:8123") that tests may reach although they are refused.
    """
    until = time.monotonic() + MAX_SECONDS
    exempt = frozenset(let_through)
    for _step in range(MAX_REDIRECTS + 1):
        found = _ask(address, user_agent, exempt, until, wanted)
        if isinstance(found, Page):
            return found
        address = found
    raise Unreachable("too many redirects")


def post(
    address: str, *, body: bytes, headers: Mapping[str, str], let_through: Iterable[str] = ()
) -> tuple[int, str]:
    """Send `body`; the status of the answer and its Retry-After. No redirect is followed. Raises Unreachable."""
    until = time.monotonic() + MAX_SECONDS
    target = _target(address, frozenset(let_through))

    def read(response: http.client.HTTPResponse) -> tuple[int, str]:
        return response.status, response.getheader("Retry-After") or ""

    with _spoken_of():
        return _exchange(target, "POST", headers, until, read, body)


@dataclass(frozen=True)
class _Target:
    """Where a request goes: the address of the host that was checked, and what stands in the request."""

    scheme: str
    host: str
    port: int
    checked: str
    netloc: str
    way: str


def _target(address: str, exempt: frozenset[str]) -> _Target:
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError as problem:
        raise Unreachable("not an address") from problem
    if scheme not in _PORTS or not host or parts.username is not None or parts.password is not None:
        raise Unreachable("not an address of a page")
    port = port or _PORTS[scheme]
    if port not in _PORTS.values() and not any(each.endswith(f":{port}") for each in exempt):
        raise Unreachable("a refused port")
    way = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Target(scheme, host, port, _checked(host, port, exempt), parts.netloc, _quoted(way))


def _ask(address: str, user_agent: str, exempt: frozenset[str], until: float, wanted: Wanted) -> Page | str:
    """One request: the page, or the address that it redirects to."""
    target = _target(address, exempt)
    headers = {
        "User-Agent": user_agent,
        "Accept": ", ".join([wanted.kinds[0], *(f"{each};q=0.5" for each in wanted.kinds[1:])]),
        "Accept-Encoding": "identity",
    }
    with _spoken_of():
        return _exchange(target, "GET", headers, until, lambda response: _answer(response, address, wanted))


@contextmanager
def _spoken_of() -> Iterator[None]:
    """Whatever goes wrong on the line is one kind of error."""
    try:
        yield
    except (OSError, http.client.HTTPException, ValueError) as problem:
        raise Unreachable(type(problem).__name__) from problem


def _checked(host: str, port: int, exempt: frozenset[str]) -> str:
    """The address of `host` to connect to. One refused address among them refuses the name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise Unreachable("no such host") from problem
    addresses = [str(each[4][0]) for each in found]
    for text in addresses:
        if f"{text}:{port}" in exempt:
            continue
        if is_refused(ipaddress.ip_address(text)):
            raise Unreachable("a refused address")
    return addresses[0]


def _quoted(way: str) -> str:
    return "".join(letter if "!" <= letter <= "~" else _percent(letter) for letter in way)


def _percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def _exchange(
    target: _Target,
    method: str,
    headers: Mapping[str, str],
    until: float,
    read: Callable[[http.client.HTTPResponse], _Read],
    body: bytes | None = None,
) -> _Read:
    left = until - time.monotonic()
    if left <= 0:
        raise Unreachable("too slow")
    line = socket.create_connection((target.checked, target.port), timeout=left)
    # A server that sends a letter now and then would never run into a time limit of single reads.
    alarm = threading.Timer(max(0.01, until - time.monotonic()), _cut, [line])
    alarm.daemon = True
    alarm.start()
    try:
        if target.scheme == "https":
            line = ssl.create_default_context().wrap_socket(line, server_hostname=target.host)
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = line
        connection.request(method, target.way, body=body, headers={"Host": target.netloc, **headers})
        return read(connection.getresponse())
    finally:
        alarm.cancel()
        line.close()


def _cut(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        line.close()


def _answer(response: http.client.HTTPResponse, address: str, wanted: Wanted) -> Page | str:
    if response.status in (301, 302, 303, 307, 308):
        onward = response.getheader("Location")
        if not onward:
            raise Unreachable("a redirect to nowhere")
        return urljoin(address, onward)
    if response.status != 200:
        raise Unreachable(f"status {response.status}")
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in wanted.kinds:
        raise Unreachable("not a page")
    body = response.read(wanted.most + wanted.whole)
    if len(body) > wanted.most:
        raise Unreachable("larger than is taken")
    return Page(address, body)
