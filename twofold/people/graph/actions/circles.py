"""Circles: private lists. Who is in one is kept as the grants of the part ("circle", id), and nowhere else."""

from django.db import transaction

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.people.audiences.actions import drop_part, grant, revoke
from twofold.people.graph.actions.asking import hold, insist, reach
from twofold.people.graph.models import Circle
from twofold.people.graph.policies import why_not_circle_name
from twofold.people.personas.models import Persona


@transaction.atomic
def make_circle(actor: Persona, *, name: str) -> Circle:
    """An empty circle of this name."""
    name = clean_line(name)
    insist(why_not_circle_name(actor, name), field="name")
    return Circle.objects.create(owner=actor, name=name)


@transaction.atomic
def rename_circle(actor: Persona, *, circle: Circle, name: str) -> None:
    _own(actor, circle)
    name = clean_line(name)
    insist(why_not_circle_name(actor, name, besides=circle), field="name")
    circle.name = name
    circle.save(update_fields=["name"])


@transaction.atomic
def delete_circle(actor: Persona, *, circle: Circle) -> None:
    """Give a circle up. What was shared with it is then seen by its author alone, unless others were chosen too."""
    _own(actor, circle)
    drop_part(actor, "circle", str(circle.pk))
    circle.delete()


@transaction.atomic
def add_to_circle(actor: Persona, *, circle: Circle, persona: Persona) -> None:
    """Put somebody whom `actor` may come across into a circle; they are not told."""
    _own(actor, circle)
    reach(actor, persona)
    if persona.pk != actor.pk:
        grant(actor, "circle", str(circle.pk), persona)


@transaction.atomic
def remove_from_circle(actor: Persona, *, circle: Circle, persona: Persona) -> None:
    _own(actor, circle)
    hold(actor, persona)
    revoke(actor, "circle", str(circle.pk), persona)


def _own(actor: Persona, circle: Circle) -> None:
    """Nobody else's circle exists."""
    if circle.owner_id != actor.pk:
        raise Absent
