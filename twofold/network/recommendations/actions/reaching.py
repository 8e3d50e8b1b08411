"""What every action between a writer and a receiver asks first."""

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.recommendations.models import Recommendation
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def reach(actor: Persona, other: Persona) -> None:
    """Absent unless `actor` may come across `other`, in the same network. Both are held, in the order of their ids."""
    ids = [actor.pk, other.pk]
    list(Persona.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk").values_list("pk"))
    seen = personas_visible_to(Viewer.of(actor)).filter(pk=other.pk).exists()
    if actor.network != other.network or not seen:
        raise Absent


def received(actor: Persona, recommendation: Recommendation) -> Recommendation:
    """What was sent to `actor`, held until the end of the transaction. Absent otherwise; a draft was not sent."""
    rows = Recommendation.objects.select_for_update(no_key=True).filter(receiver=actor)
    found = rows.filter(pk=recommendation.pk).exclude(state=Recommendation.State.DRAFT).first()
    if found is None:
        raise Absent
    return found


def insist(reason: str, *, field: str = "") -> None:
    """Refuse for `reason`, if there is one."""
    if reason:
        raise Refused(reason, field=field)
