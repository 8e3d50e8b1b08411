"""Reads of the door: one thing, many personas."""

from typing import TypeVar

from django.db.models import QuerySet

from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

Thing = TypeVar("Thing", bound=Shared)


def can_see(viewer: Viewer, thing: Shared) -> bool:
    """The door on one thing: the same filter on one key."""
    return type(thing).objects.visible_to(viewer).filter(pk=thing.pk).exists()


def personas_visible_to(viewer: Viewer) -> QuerySet[Persona]:
    """The personas that `viewer` may come across."""
    return Persona.objects.active().filter(AdmitsPersona.to(viewer))


def personas_admitted_to(thing: Shared) -> QuerySet[Persona]:
    """The personas who may see `thing`: the door asked from the other side."""
    return Persona.objects.active().filter(
        Admits.persona_to(author_id=thing.author_id, audience_id=thing.audience_id)
    )
