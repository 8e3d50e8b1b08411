"""Reads of the vocabulary. It is the same for everybody, so these ask for no viewer."""

from collections.abc import Iterable

from twofold.foundation.kit.text import folded
from twofold.network.vocabulary.models import Synonym, Term

_LAST = "\U0010ffff"


def complete(kind: str, text: str, *, limit: int = 8) -> list[Term]:
    """Terms that may be meant by what was typed so far: those that begin so first. At most 2 queries."""
    wanted = folded(text)
    if not wanted:
        return []
    beginning = Synonym.objects.filter(kind=kind, folded__gte=wanted, folded__lt=wanted + _LAST)
    found = _terms(beginning, wanted, limit)
    if len(found) < limit and len(wanted) > 2:
        inside = Synonym.objects.filter(kind=kind, folded__contains=wanted)
        found |= {key: term for key, term in _terms(inside, wanted, limit).items() if key not in found}
    return list(found.values())[:limit]


def _terms(synonyms: Iterable[Synonym], wanted: str, limit: int) -> dict[int, Term]:
    """The terms of these synonyms, the one that is just the word first, then the shortest."""
    rows = synonyms.select_related("term")[: limit * 4]  # type: ignore[attr-defined]
    rows = sorted(rows, key=lambda each: (each.folded != wanted, len(each.folded), each.term.name))
    return {each.term_id: each.term for each in rows}


def term_for(kind: str, text: str) -> Term | None:
    """The term that `text` names, by its name or a synonym; None for free text."""
    found = terms_for(kind, [text])
    return found.get(text)


def terms_for(kind: str, texts: Iterable[str]) -> dict[str, Term]:
    """As `term_for`, for many at once, under the texts as they were written; one query."""
    looks = {text: folded(text) for text in texts}
    rows = Synonym.objects.filter(kind=kind, folded__in=set(looks.values())).select_related("term")
    by_look: dict[str, Term] = {}
    for each in rows.order_by("language", "pk"):
        by_look.setdefault(each.folded, each.term)
    return {text: by_look[look] for text, look in looks.items() if look in by_look}
