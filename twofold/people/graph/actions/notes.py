"""Notes and tags: one's own memory of people. They are told of nothing, and a tie that ends takes nothing away."""

from collections.abc import Iterable

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, clean_line, folded
from twofold.people.graph.actions.asking import insist, reach
from twofold.people.graph.models import Note, Tag
from twofold.people.graph.policies import why_not_note, why_not_tags
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_note(actor: Persona, *, persona: Persona, text: str, tags: Iterable[str] = ()) -> None:
    """What `actor` would like to remember of somebody, and their words for them: both as given, nothing when empty."""
    reach(actor, persona)
    text, named = clean_block(text), _named(actor, tags)
    insist(why_not_note(actor, persona, text), field="text")
    insist(why_not_tags(actor, persona, named), field="tags")
    if text:
        values = {"text": text, "changed_at": clock.now()}
        Note.objects.update_or_create(by=actor, persona=persona, defaults=values)
    else:
        Note.objects.filter(by=actor, persona=persona).delete()
    mine = Tag.objects.filter(by=actor, persona=persona)
    mine.exclude(folded__in=named).delete()
    there = set(mine.values_list("folded", flat=True))
    Tag.objects.bulk_create(
        Tag(by=actor, persona=persona, name=name, folded=key)
        for key, name in named.items()
        if key not in there
    )


def _named(actor: Persona, tags: Iterable[str]) -> dict[str, str]:
    """The tags by what two spellings share, each as `actor` wrote it first: one word stays one word."""
    typed: dict[str, str] = {}
    for each in tags:
        typed.setdefault(folded(each), clean_line(each))
    typed.pop("", None)
    known = Tag.objects.filter(by=actor, folded__in=typed).values_list("folded", "name")
    return typed | dict(known)
