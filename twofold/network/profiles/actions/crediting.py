"""Work that was done together elsewhere, as an entry of each of those who say that they had a part in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.network.profiles.actions.entries import keep_entry
from twofold.network.profiles.models import Entry, EntryKind, Member
from twofold.people.audiences.queries import can_see
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def credit_project(
    actor: Persona,
    *,
    title: str,
    text: str = "",
    began: date | None = None,
    ended: date | None = None,
    role: str = "",
    others: Mapping[int, str],
    spec: AudienceSpec | None = None,
) -> Entry:
    """A project that `actor` says that they had a part in goes on their profile, unless one of that name is there.

    `others` said the same already: their ids, with what each did. They stand there as its members, as far as they see
    it, and `actor` stands on theirs.
    """
    entry = Entry.objects.filter(author=actor, kind=EntryKind.PROJECT, title__iexact=title, live=True).first()
    if entry is None:
        fields: dict[str, Any] = {"title": title, "text": text, "began": began, "ended": ended}
        entry = keep_entry(actor, kind=EntryKind.PROJECT, fields=fields, spec=spec)
    people = Persona.objects.active().filter(pk__in=list(others)).exclude(pk=actor.pk)
    for other in people:
        theirs = Entry.objects.filter(
            author=other, kind=EntryKind.PROJECT, title__iexact=title, live=True
        ).first()
        _stand(entry, other, others[other.pk])
        if theirs is not None:
            _stand(theirs, actor, role)
    return entry


@transaction.atomic
def credit_course(
    actor: Persona,
    *,
    title: str,
    taught_by: str = "",
    at: date,
    skills: Sequence[str] = (),
    spec: AudienceSpec | None = None,
) -> Entry:
    """A course that `actor` went through goes on their profile, unless one of that name is there."""
    rows = Entry.objects.filter(author=actor, kind=EntryKind.COURSE, title__iexact=title, live=True)
    there = rows.first()
    if there is not None:
        return there
    fields: dict[str, Any] = {
        "title": title,
        "organisation_name": taught_by,
        "began": at.replace(day=1),
    }
    return keep_entry(actor, kind=EntryKind.COURSE, fields=fields, skills=skills, spec=spec)


def _stand(entry: Entry, persona: Persona, role: str) -> None:
    """Both said it: nobody has to be asked. Who said no to this very entry before is left out."""
    if can_see(Viewer.of(persona), entry):
        Member.objects.get_or_create(
            entry=entry,
            persona=persona,
            defaults={"role": role[:60], "state": Member.State.AGREED, "named_at": clock.now()},
        )
