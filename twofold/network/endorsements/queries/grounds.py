"""Grounds that wait, and what either of two people stated."""

from django.db.models import Q

from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements.models import Endorsement, Evidence, Skill
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_MOST = 50


def waiting(viewer: Viewer) -> list[Evidence]:
    """Grounds that await the viewer's answer, oldest first, each with its skill and endorser."""
    rows = Evidence.objects.filter(
        AdmitsPersona.to(viewer, at="endorsement__endorser"),
        author=viewer.id,
        state=Evidence.State.PROPOSED,
        endorsement__skill__live=True,
        endorsement__endorser__state=Persona.State.ACTIVE,
    )
    together = rows.select_related("endorsement__endorser", "endorsement__skill")
    return list(together.order_by("proposed_at", "pk")[:_MOST])


def asked(viewer: Viewer, evidence_id: int) -> Evidence:
    """A ground about a skill of the viewer's, or one that the viewer stated. Absent otherwise."""
    mine = Q(author=viewer.id) | Q(endorsement__endorser=viewer.id)
    rows = Evidence.objects.select_related("endorsement__endorser", "endorsement__skill", "author")
    found = rows.filter(mine, pk=evidence_id, endorsement__skill__live=True).first()
    if not viewer or found is None:
        raise Absent
    return found


def endorsement_of(viewer: Viewer, endorsement_id: int) -> Endorsement:
    """An endorsement of a skill of the viewer's. Absent otherwise."""
    found = Endorsement.objects.filter(pk=endorsement_id, skill__author=viewer.id, skill__live=True).first()
    if not viewer or found is None:
        raise Absent
    return found


def stated(viewer: Viewer, skill: Skill) -> Evidence | None:
    """What the viewer says that their endorsement rests on; a silent no looks like no answer yet."""
    rows = Evidence.objects.filter(endorsement__skill=skill, endorsement__endorser=viewer.id, withdrawn=False)
    return rows.first() if viewer else None


def grounded_pairs(persona_id: int) -> list[tuple[Persona, Persona]]:
    """Owner and endorser of every ground that `persona_id` has a part in: for the caretaker of grounds, not to show."""
    return _pairs(Q(author=persona_id) | Q(endorsement__endorser=persona_id))


def pairs_on(kind: str, key: str) -> list[tuple[Persona, Persona]]:
    """As `grounded_pairs`: those whose ground this is."""
    return _pairs(Q(kind=kind, key=key))


def _pairs(which: Q) -> list[tuple[Persona, Persona]]:
    rows = Evidence.objects.filter(which).select_related("author", "endorsement__endorser")
    pairs = {
        (row.author_id, row.endorsement.endorser_id): (row.author, row.endorsement.endorser) for row in rows
    }
    return list(pairs.values())
