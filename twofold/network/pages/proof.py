"""Where a domain shows to whom it belongs."""

import contextlib
from collections.abc import Iterable

import dns.exception
import dns.resolver
from django.conf import settings

from twofold.foundation.kit.fetch import Unreachable, fetch

RECORD = "_twofold"
FILE = "/.well-known/twofold-domain.txt"
_SECONDS = 5.0


def record_for(token: str) -> str:
    """What the record, or a line of the file, says."""
    return f"twofold-domain={token}"


def found_in_dns(name: str, token: str) -> bool:
    """Whether a TXT record of `_twofold.NAME`, or of the domain itself, holds the token."""
    wanted = record_for(token).encode()
    for place in (f"{RECORD}.{name}", name):
        with contextlib.suppress(dns.exception.DNSException, OSError):
            answer = _resolver().resolve(place, "TXT", lifetime=_SECONDS)
            if any(b"".join(row.strings).strip() == wanted for row in answer):
                return True
    return False


def _resolver() -> dns.resolver.Resolver:
    """The system's resolver, or the one that the settings name."""
    address, _colon, port = settings.RESOLVER.partition("#")
    if not address:
        return dns.resolver.Resolver()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [address]
    resolver.port = int(port or 53)
    return resolver


def found_on_site(name: str, token: str, *, let_through: Iterable[str] = ()) -> bool:
    """Whether the file of the website holds the token on a line of its own."""
    through = list(let_through)
    for scheme in ("https", "http") if through else ("https",):
        with contextlib.suppress(Unreachable):
            page = fetch(f"{scheme}://{name}{FILE}", user_agent="Twofold", let_through=through)
            lines = page.html.decode("utf-8", "replace").splitlines()
            if record_for(token) in (line.strip() for line in lines):
                return True
    return False
