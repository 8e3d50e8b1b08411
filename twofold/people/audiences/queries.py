"""Reads of the door: one thing, many personas."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.audiences.models import Denial, Shared
from twofold.people.personas.handles import skeleton
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


def by_handle(viewer: Viewer, network: str, handle: str) -> Persona:
    """The persona that `viewer` finds under this handle, or one that looks like it. Absent otherwise."""
    found = _called(me=viewer.id, home=viewer.home, network=network, look=skeleton(handle))
    if not found:
        raise Absent
    return found[0]


@prepared
def _called(me: int, home: str, network: str, look: str) -> QuerySet[Persona]:
    return personas_visible_to(Viewer(me, home, "")).filter(network=network, skeleton=look)


def by_handles(viewer: Viewer, network: str, handles: Iterable[str]) -> dict[str, Persona]:
    """Those of `handles` that `viewer` finds, under the handles as they were written; one query."""
    looks = {handle: skeleton(handle) for handle in handles}
    found = personas_visible_to(viewer).filter(network=network, skeleton__in=set(looks.values()))
    by_look = {each.skeleton: each for each in found}
    return {handle: by_look[look] for handle, look in looks.items() if look in by_look}


def mention_candidates(viewer: Viewer, handles: Iterable[str]) -> dict[str, Persona]:
    """Whom `viewer` can mention in their own network by these handles."""
    return by_handles(viewer, viewer.home, handles)


def by_ids(viewer: Viewer, ids: Iterable[int]) -> dict[int, Persona]:
    """Those of `ids` that `viewer` may come across; one query."""
    return {each.pk: each for each in _those(me=viewer.id, home=viewer.home, ids=set(ids))}


@prepared
def _those(me: int, home: str, ids: Sequence[int]) -> QuerySet[Persona]:
    return personas_visible_to(Viewer(me, home, "")).filter(pk__in=ids)


def at_odds(ids: Iterable[int]) -> bool:
    """Whether any two of these personas keep apart: one shuts the other out."""
    among = list(ids)
    return Denial.objects.filter(persona__in=among, by__in=among).exists()
