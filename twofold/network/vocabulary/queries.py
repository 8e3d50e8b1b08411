"""Reads of the vocabulary. It is the same for everybody, so these ask for no viewer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length

from twofold.foundation.kit.text import folded
from twofold.network.vocabulary.models import Synonym, Term

# Words of so many letters at least are also looked for inside others.
_INSIDE = 3


@dataclass(frozen=True)
class Offer:
    """A term as it is offered: `words` to be filled in, and beside them what makes plain which term that is."""

    term: Term
    words: str
    beside: str = ""


def offers(kind: str, text: str, *, limit: int = 8) -> list[Offer]:
    """What may be meant by what was typed so far: the very word first, then what begins so; one query.

    A word of another tongue stays that word: who types "Wasser" is offered "Wasserbau", beside it the term that it is.
    An abbreviation leads to the name: "JS" to "JavaScript".
    """
    wanted = folded(text)
    if not wanted:
        return []
    rank = Case(
        When(folded=wanted, then=Value(0)),
        When(folded__startswith=wanted, then=Value(1)),
        When(folded__contains=f" {wanted}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    alike = Q(folded__contains=wanted) if len(wanted) >= _INSIDE else Q(folded__startswith=wanted)
    rows = Synonym.objects.filter(alike, kind=kind).select_related("term")
    found: dict[int, Offer] = {}
    for each in rows.order_by(rank, Length("folded"), "folded", "pk")[: limit * 6]:
        found.setdefault(each.term_id, _offer(each))
    return list(found.values())[:limit]


def _offer(synonym: Synonym) -> Offer:
    term, written = synonym.term, synonym.written
    if synonym.folded == term.slug:
        return Offer(term, term.name)
    return Offer(term, written, term.name) if synonym.language else Offer(term, term.name, written)


def complete(kind: str, text: str, *, limit: int = 8) -> list[Term]:
    """As `offers`, the terms alone."""
    return [each.term for each in offers(kind, text, limit=limit)]


def term_for(kind: str, text: str) -> Term | None:
    """The term that `text` names, by its name or a synonym; None for free text."""
    return terms_for(kind, [text]).get(text)


def terms_for(kind: str, texts: Iterable[str]) -> dict[str, Term]:
    """As `term_for`, for many at once, under the texts as they were written; one query. Names go before synonyms."""
    looks = {text: folded(text) for text in texts}
    rows = Synonym.objects.filter(kind=kind, folded__in=set(looks.values())).select_related("term")
    by_look: dict[str, Term] = {}
    for each in sorted(rows, key=lambda each: (each.folded != each.term.slug, each.language, each.pk)):
        by_look.setdefault(each.folded, each.term)
    return {text: by_look[look] for text, look in looks.items() if look in by_look}
