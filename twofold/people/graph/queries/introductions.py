"""Introductions as each of those who have a part in one sees it: their own hop, and nothing of the others."""

from django.db import connection
from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page
from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.door import AdmitsPersona, persona_rule_sql
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import LAPSE, Hop, Introduction, Tie
from twofold.people.graph.queries.ordering import newest_first
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST_HANDS = 50
_State = Introduction.State


_MET = persona_rule_sql(persona="pe")
_ENDS_MET = f"{persona_rule_sql(persona='ta')} AND {persona_rule_sql(persona='pa')}"
# As `requests_to`, and as `held`.
_WAITING = f"""SELECT (
 SELECT COUNT(*) FROM graph_tierequest re JOIN personas_persona pe ON pe.id = re.sender_id
 WHERE re.receiver_id = %(viewer)s AND NOT re.declined AND {_MET}), (
 SELECT COUNT(*) FROM graph_hop ho JOIN graph_introduction it ON it.id = ho.introduction_id
 JOIN personas_persona pe ON pe.id = ho.giver_id JOIN personas_persona ta ON ta.id = it.target_id
 JOIN personas_persona pa ON pa.id = it.asker_id
 WHERE ho.holder_id = %(viewer)s AND ho.state = {Hop.State.WAITING.value} AND ho.at > %(oldest)s
 AND it.state = {_State.OPEN.value} AND {_MET} AND {_ENDS_MET})"""


def held(viewer: Viewer) -> QuerySet[Hop]:
    """Letters that wait in the viewer's hands, from and for people whom they may come across."""
    rows = Hop.objects.filter(
        AdmitsPersona.to(viewer, at="giver"),
        AdmitsPersona.to(viewer, at="introduction__target"),
        holder=viewer.id,
        state=Hop.State.WAITING,
        at__gt=clock.now() - LAPSE,
        giver__state=Persona.State.ACTIVE,
        introduction__state=_State.OPEN,
        introduction__target__state=Persona.State.ACTIVE,
        introduction__asker__state=Persona.State.ACTIVE,
    )
    return rows.select_related("giver", "introduction__target", "introduction__asker")


def waiting(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Hop]:
    """Letters that the viewer may pass on, newest first."""
    return newest_first(held(viewer).filter(last=False), "at", "pk", before, size)


def received(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Hop]:
    """Introductions to people who would like to meet the viewer, newest first."""
    rows = held(viewer).filter(AdmitsPersona.to(viewer, at="introduction__asker"), last=True)
    return newest_first(rows, "at", "pk", before, size)


def asked(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Hop]:
    """What the viewer asked in the last thirty days. What has become of it is not told: no state is read here."""
    return newest_first(_asked(viewer), "at", "pk", before, size)


def _asked(viewer: Viewer) -> QuerySet[Hop]:
    rows = Hop.objects.filter(
        AdmitsPersona.to(viewer, at="holder"),
        AdmitsPersona.to(viewer, at="introduction__target"),
        introduction__asker=viewer.id,
        giver=viewer.id,
        first=True,
        at__gt=clock.now() - LAPSE,
        holder__state=Persona.State.ACTIVE,
        introduction__target__state=Persona.State.ACTIVE,
        introduction__state__in=(_State.OPEN, _State.ENDED),
    )
    return rows.select_related("holder", "introduction__target")


def count_waiting(viewer: Viewer) -> tuple[int, int]:
    """How many requests, and how many letters and introductions, await an answer of the viewer's; one read."""
    if not viewer:
        return 0, 0
    oldest = connection.ops.adapt_datetimefield_value(clock.now() - LAPSE)
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, {"viewer": viewer.id, "home": viewer.home, "oldest": oldest})
        return cursor.fetchone()


def letter(viewer: Viewer, hop_id: int) -> Hop:
    """A letter that waits in the viewer's hands. Absent otherwise."""
    hop = held(viewer).filter(pk=hop_id).first()
    if hop is None:
        raise Absent
    return hop


def asked_of(viewer: Viewer, target: Persona) -> Hop | None:
    """What the viewer has asked towards `target`, while it is not forgotten."""
    # Most people asked for none: then this short look is all.
    if not Introduction.objects.filter(asker=viewer.id, target=target).exists():
        return None
    return _asked(viewer).filter(introduction__target=target).order_by("-at").first()


def next_hands(viewer: Viewer, hop: Hop) -> dict[int, Persona]:
    """Whom the viewer can hand this letter to: its target, if they are tied; else who is tied to both of them.

    The second on the way knows the target or nobody: no letter goes through more than two hands.
    """
    target = hop.introduction.target
    if Tie.objects.filter(owner=viewer.id, other=target).exists():
        return {target.pk: target}
    if not hop.first:
        return {}
    theirs = Tie.objects.filter(owner=target).values("other")
    mine = Tie.objects.filter(owner=viewer.id, other__in=theirs).values("other")
    people = personas_visible_to(viewer).filter(pk__in=mine).exclude(pk=hop.introduction.asker_id)
    return {each.pk: each for each in people.order_by("name", "pk")[:MOST_HANDS]}
