"""The same story twice: with both personas under one login, and under two. Everybody else must get the same bytes.

Ids, tokens and dates differ between any two runs of any program; each is replaced by the order of its appearance, so
that what remains can be compared byte for byte.
"""

import re
from dataclasses import dataclass, field

_SECRETS = [
    re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'),
    re.compile(r'"?X-CSRFToken"?: ?"[^"]+"', re.I),
    re.compile(r"csrftoken=[^;]+|twofold=[^;]+"),
    re.compile(r"expires=[^;]+", re.I),
]
_HUE = re.compile(r"\bh-\d{1,2}\b")
_IDS = re.compile(
    r"(?<![A-Za-z0-9])(?:[0-9]{15,19}|(?=[A-Za-z]*[0-9])[1-9A-HJ-NP-Za-km-z]{10,11})(?![A-Za-z0-9])"
)
_FILES = re.compile(r"\b[0-9a-f]{24,64}\b|/media/p/[\w-]+?-(?:small|medium|large)")


@dataclass
class Ear:
    """What one observer heard, in order, each answer with its address."""

    name: str
    heard: list[tuple[str, str]] = field(default_factory=list)

    def hears(self, address: str, response) -> None:
        body = b"".join(response.streaming_content) if response.streaming else response.content
        head = "\n".join(f"{key}: {value}" for key, value in sorted(response.headers.items()))
        cookies = response.cookies.output()
        self.heard.append((address, f"{response.status_code}\n{head}\n{cookies}\n\n{_text(body)}"))

    def plain(self) -> list[tuple[str, str]]:
        """All that was heard, with everything that is random named by its first appearance."""
        seen: dict[str, str] = {}

        def nth(found: re.Match) -> str:
            return seen.setdefault(found[0], f"<{len(seen)}>")

        return [(_IDS.sub(nth, address), _IDS.sub(nth, _scrub(text))) for address, text in self.heard]


def _text(body: bytes) -> str:
    return body.decode("utf-8", "surrogateescape")


def _scrub(text: str) -> str:
    for secret in _SECRETS:
        text = secret.sub("<secret>", text)
    return _FILES.sub("<file>", _HUE.sub("<hue>", text))


def differing_bytes(one: list[Ear], other: list[Ear]) -> tuple[int, str]:
    """How many bytes differ between two runs, and the first place where they do."""
    total, first = 0, ""
    for left, right in zip(one, other, strict=True):
        for (address, before), (_, after) in zip(left.plain(), right.plain(), strict=True):
            if before == after:
                continue
            count = sum(a != b for a, b in zip(before, after, strict=False)) + abs(len(before) - len(after))
            total += count
            first = first or f"{left.name} at {address}: {_around(before, after)}"
    return total, first


def _around(before: str, after: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    return f"…{before[max(0, at - 60) : at + 60]!r} / …{after[max(0, at - 60) : at + 60]!r}"
