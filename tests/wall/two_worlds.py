"""The same story twice: with both personas under one login, and under two. Everybody else must get the same bytes.

Ids, tokens and dates differ between any two runs of any program; each is replaced by the order of its appearance, so
that what remains can be compared byte for byte.
"""

import re
from dataclasses import dataclass, field

from django.apps import apps

from twofold.foundation.kit.ids import RandomIdField, encode

_SECRETS = [
    re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'),
    re.compile(r'"?X-CSRFToken"?: ?"[^"]+"', re.I),
    re.compile(r"csrftoken=[^;]+|twofold[\w-]*=[^;]+"),
    re.compile(r"expires=[^;]+", re.I),
    re.compile(r'name="once" value="[^"]+"'),
    re.compile(r"reset/key/[^/]+/"),
    re.compile(r"=={5,}\d+=="),
]
# Positions carry microseconds drawn by lot, so that no two are alike.
_LOT = re.compile(r"(?<!\d)(17\d{11}|\d\d:\d\d:\d\d\.\d{3})\d{3}\b")
_HUE = re.compile(r"\bh-\d{1,2}\b")
# Whose a page is, as the browser is told: a digest of an id, and so as random as that.
_MARK = r'(?<=Twofold-For: )[0-9a-f]{20}|(?<=data-for=")[0-9a-f]{20}'
# The marks, and every word that may be an id.
_WORDS = re.compile(f"({_MARK})|[0-9A-Za-z]{{8,}}")
_FILES = re.compile(r"\b[0-9a-f]{24,64}\b|/media/p/[\w-]+?-(?:small|medium|large)")


@dataclass
class Ear:
    """What one observer heard, in order, each answer with its address; `ids` are all that exist in that telling."""

    name: str
    heard: list[tuple[str, str]] = field(default_factory=list)
    ids: frozenset[str] = frozenset()

    def hears(self, address: str, response) -> None:
        body = b"".join(response.streaming_content) if response.streaming else response.content
        # The length follows from the body, where ids have ten or eleven letters.
        heads = sorted((key, value) for key, value in response.headers.items() if key != "Content-Length")
        head = "\n".join(f"{key}: {value}" for key, value in heads)
        cookies = response.cookies.output()
        self.heard.append((address, f"{response.status_code}\n{head}\n{cookies}\n\n{_text(body)}"))

    def plain(self) -> list[tuple[str, str]]:
        """All that was heard, with everything that is random named by its first appearance."""
        seen: dict[str, str] = {}

        def nth(found: re.Match) -> str:
            if found[1] is None and found[0] not in self.ids:
                return found[0]
            return seen.setdefault(found[0], f"<{len(seen)}>")

        return [(_WORDS.sub(nth, address), _WORDS.sub(nth, _scrub(text))) for address, text in self.heard]


def _text(body: bytes) -> str:
    return body.decode("utf-8", "surrogateescape")


def _scrub(text: str) -> str:
    for secret in _SECRETS:
        text = secret.sub("<secret>", text)
    return _FILES.sub("<file>", _HUE.sub("<hue>", _LOT.sub(r"\1", text)))


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


def all_ids() -> frozenset[str]:
    """Every random id in the database, as addresses and as the JSON interface write it."""
    numbers = {
        number
        for model in apps.get_models()
        if isinstance(model._meta.pk, RandomIdField)
        for number in model._base_manager.values_list("pk", flat=True)
    }
    return frozenset(each for number in numbers for each in (encode(number), str(number)))
