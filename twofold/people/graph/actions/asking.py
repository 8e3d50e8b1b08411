"""What every action on someone asks first."""

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def reach(actor: Persona, other: Persona) -> None:
    """Hold both until the end of the transaction, and ask the door: Absent unless `actor` may come across `other`.

    Two people who act on each other at once come one after the other; they are held in the order of their ids, so
    that neither waits for the other for ever. There is nothing between the networks, so nobody is there to act on.
    """
    hold(actor, other)
    if actor.network != other.network:
        raise Absent
    if not personas_visible_to(Viewer.of(actor)).filter(pk=other.pk).exists():
        raise Absent


def hold(actor: Persona, other: Persona) -> None:
    """Hold both until the end of the transaction, whatever the door says: for undoing one's own."""
    ids = [actor.pk, other.pk]
    list(Persona.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))


def insist(reason: str, *, field: str = "") -> None:
    """Refuse for `reason`, if there is one."""
    if reason:
        raise Refused(reason, field=field)
