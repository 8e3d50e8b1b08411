"""Bringing the vocabulary in, from files of our own and from what Unicode knows of languages."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from django.db import transaction

from twofold.foundation.kit.text import folded
from twofold.network.vocabulary.models import Synonym, Term, TermKind

_WORDS = Path(__file__).parent / "words"
# In which tongues the names of languages are known.
_TONGUES = ("en", "de", "fr", "es", "nl", "ar")

_LONGEST = 60

Line = tuple[str, str, dict[str, str]]


@transaction.atomic
def load() -> int:
    """Bring the vocabulary up to the files; how many terms are new. Nothing is ever taken out: somebody may use it."""
    known = {(kind, slug) for kind, slug in Term.objects.values_list("kind", "slug")}
    lines = {(kind, folded(name)): (kind, name, more) for kind, name, more in _lines()}
    fresh = [Term(kind=kind, name=name, slug=folded(name)) for kind, name, _more in lines.values()]
    fresh = [each for each in fresh if (each.kind, each.slug) not in known]
    Term.objects.bulk_create(fresh, batch_size=400)
    _load_synonyms(lines)
    return len(fresh)


def _load_synonyms(lines: dict[tuple[str, str], Line]) -> None:
    terms = {(each.kind, each.slug): each for each in Term.objects.all()}
    rows: dict[tuple[int, str], Synonym] = {}
    for key, (kind, name, more) in lines.items():
        for written, language in {name: "", **more}.items():
            row = Synonym(
                term=terms[key], kind=kind, folded=folded(written), written=written, language=language
            )
            if row.folded and len(row.folded) <= _LONGEST and len(written) <= _LONGEST:
                rows.setdefault((row.term_id, row.folded), row)
    Synonym.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["term", "folded"],
        update_fields=["written", "language"],
        batch_size=400,
    )


def _lines() -> Iterator[Line]:
    """Kind, name, and synonyms with their language."""
    for path in sorted(_WORDS.glob("*.toml")):
        read = tomllib.loads(path.read_text())
        for each in read["terms"]:
            yield read["kind"], each["name"], _synonyms(each)
    yield from _languages()


def _synonyms(each: dict) -> dict[str, str]:
    more = dict.fromkeys(each.get("also", ()), "")
    for language in _TONGUES:
        more |= dict.fromkeys(each.get(language, ()), language)
    return more


def _languages() -> Iterator[Line]:
    """Every language that has a code of two letters, in English, in itself, and in the tongues above."""
    names = {tongue: Locale.parse(tongue).languages for tongue in _TONGUES}
    for code, name in names["en"].items():
        if len(code) == 2:
            more = {names[tongue][code]: tongue for tongue in _TONGUES if code in names[tongue]}
            yield TermKind.LANGUAGE, name, {**more, **_own_name(code)}


def _own_name(code: str) -> dict[str, str]:
    try:
        own = Locale.parse(code).get_language_name(code)
    except UnknownLocaleError:  # known by name, but without a description of its own
        return {}
    return {own: code} if own else {}
