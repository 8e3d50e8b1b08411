"""Keeping the two lists of those who hide something from their employer."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from twofold.care.privacy.queries import recruiters, shield_of, staff
from twofold.network.advice.actions import ask
from twofold.network.advice.models import Question
from twofold.network.advice.queries import guarded_authors
from twofold.network.openness.actions import open_up
from twofold.network.openness.models import Openness
from twofold.network.openness.policies import RECRUITERS
from twofold.network.openness.queries import hiding_from_employers
from twofold.people.audiences.actions import fill
from twofold.people.audiences.models import Part
from twofold.people.audiences.specs import SHIELD, staff_of
from twofold.people.personas.models import Persona


@transaction.atomic
def open_to(actor: Persona, *, kind: str, reach: str, **fields: str) -> Openness:
    """As `open_up`, the lists being right before anybody could see it."""
    if reach == "recruiters":
        keep_lists(actor)
    return open_up(actor, kind=kind, reach=reach, **fields)


@transaction.atomic
def ask_guarded(actor: Persona, **words: Any) -> Question:
    """As `ask`, kept from the employer, the list being right before anybody could see it."""
    fill(actor, SHIELD.kind, SHIELD.ref, shield_of(actor))
    return ask(actor, guarded=True, **words)


def hide_from_staff(page: Persona, *, companies: Iterable[Persona]) -> None:
    """Keep, for what `page` hides from companies, who works there: at once, and from now on."""
    for each in companies:
        ref = staff_of(each.pk)
        fill(page, ref.kind, ref.ref, staff(each) - {page.pk})


def keep_staff(company_id: int | None = None) -> None:
    """Bring the lists of all who hide something from a company up; without `company_id` from any."""
    parts = Part.objects.filter(kind=staff_of(0).kind).select_related("owner")
    if company_id is not None:
        parts = parts.filter(ref=str(company_id))
    companies = Persona.objects.in_bulk({int(each.ref) for each in parts})
    for each in parts:
        if company := companies.get(int(each.ref)):
            hide_from_staff(each.owner, companies=[company])


@transaction.atomic
def keep_lists(persona: Persona) -> None:
    """Fill the shield first: between the two writes nobody sees more than they may."""
    fill(persona, SHIELD.kind, SHIELD.ref, shield_of(persona))
    fill(persona, RECRUITERS.kind, RECRUITERS.ref, recruiters(persona.network))


def keep_all(among: Iterable[int] | None = None) -> None:
    """Bring the lists of everybody up who hides from an employer, or of those `among` them."""
    wanted = set(hiding_from_employers()) | set(guarded_authors())
    if among is not None:
        wanted &= set(among)
    for persona in Persona.objects.active().filter(pk__in=wanted):
        keep_lists(persona)
