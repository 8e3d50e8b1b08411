"""What every action in mentoring asks first."""

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.mentoring.facts import MentoringNews
from twofold.network.mentoring.models import Mentoring, State
from twofold.network.mentoring.queries.together import Pair
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

UNDER_WAY = (State.AGREEING, State.RUNNING)


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def held(actor: Persona, mentoring: Mentoring, *states: str) -> Pair:
    """A mentoring of `actor`, held to the end of the transaction. Absent unless the door says yes, and in a state."""
    mine = Mentoring.objects.visible_to(Viewer.of(actor)).filter(pk=mentoring.pk)
    if not mine.exists():
        raise Absent
    rows = Mentoring.objects.select_for_update(of=("self",)).select_related("mentor", "mentee", "author")
    kept = rows.get(pk=mentoring.pk)
    if actor.pk not in (kept.mentor_id, kept.mentee_id) or kept.state not in states:
        raise Absent
    return Pair(kept, actor.pk)


def tell(pair: Pair, what: str) -> None:
    """Let the other one know what is new."""
    announce(MentoringNews(pair.mentoring.pk, pair.me, pair.other.pk, what))
