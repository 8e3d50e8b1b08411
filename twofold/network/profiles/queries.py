"""Reads of profiles: what a page shows of a persona to a viewer, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import Follow, Tie
from twofold.people.graph.queries import Relation, degrees, mutual, mutual_counts, relations
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# Counting stops here: beyond it a page says "500+", whatever the number.
MOST = 500
NAMED = 3


@dataclass(frozen=True)
class Standing:
    """A persona among others, as the viewer may know it.

    `ties` and `followers` count only whom the viewer may come across, up to `MOST` + 1. `degree` is 1 to 3 or None.
    `common` are a few of the `common_count` people whom both are tied to.
    """

    relation: Relation
    degree: int | None
    ties: int
    followers: int
    common: Sequence[Persona]
    common_count: int


def standing(viewer: Viewer, persona: Persona) -> Standing:
    """How `persona` stands among others, seen by `viewer`."""
    other = bool(viewer) and viewer.home == persona.network and viewer.id != persona.pk
    return Standing(
        relation=relations(viewer, [persona.pk])[persona.pk],
        degree=degrees(viewer, [persona.pk]).get(persona.pk) if other and not persona.is_page else None,
        ties=_up_to(Tie.objects.filter(owner=persona), viewer, at="other"),
        followers=_up_to(Follow.objects.filter(followed=persona), viewer, at="follower"),
        common=mutual(viewer, persona, size=NAMED).rows if other else (),
        common_count=mutual_counts(viewer, [persona.pk]).get(persona.pk, 0) if other else 0,
    )


def _up_to(rows: QuerySet, viewer: Viewer, *, at: str) -> int:
    active = {f"{at}__state": Persona.State.ACTIVE}
    return rows.filter(AdmitsPersona.to(viewer, at=at), **active).order_by()[: MOST + 1].count()
