"""Recommendations that are shown: what somebody received, and what they gave."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.network.recommendations.models import Recommendation
from twofold.people.audiences.door import AdmitsPersona, persona_rule_sql, rule_sql
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

FEW = 3

# Which of them are there for the viewer, the newest first; a test holds it equal to the door. What one person received
# has few audiences between all of it, their own: the door is asked for each of those, once. A denial by a writer is in
# the rule for coming across the writer; the writer sees what is the writer's own.
_THERE = f"""SELECT re.id FROM recommendations_recommendation re
JOIN personas_persona pe ON pe.id = re.author_id
WHERE re.receiver_id = %(persona)s AND re.live AND {persona_rule_sql(persona="pe")}
AND (re.author_id = %(viewer)s OR re.audience_id IN (
 SELECT thing.audience_id FROM (
  SELECT DISTINCT receiver_id AS author_id, audience_id, TRUE AS live FROM recommendations_recommendation
  WHERE receiver_id = %(persona)s AND live) thing
 WHERE {rule_sql(thing="thing")}))
ORDER BY re.sent_at DESC, re.id DESC"""


@dataclass(frozen=True)
class Section:
    """The latest few recommendations of somebody, and how many are there for the viewer."""

    recommendations: Sequence[Recommendation]
    total: int

    @property
    def key(self) -> tuple:
        """What the drawn section depends on: words are new whenever they are sent."""
        shown = tuple((row.pk, row.sent_at, row.author.version) for row in self.recommendations)
        return shown, self.total


def section(viewer: Viewer, persona: Persona, few: int = FEW) -> Section:
    """What a profile shows: two statements, or one where there is nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_THERE, {"persona": persona.pk, "viewer": viewer.id, "home": viewer.home})
        ids = [row[0] for row in cursor.fetchall()]
    first = ids[:few]
    rows = {each.pk: each for each in _those(ids=first)} if first else {}
    return Section([rows[each] for each in first if each in rows], len(ids))


@prepared
def _those(ids: Sequence[int]) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(pk__in=ids).select_related("author")


def received(
    viewer: Viewer, persona: Persona, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Recommendation]:
    """What others wrote about `persona`, as far as it is there for the viewer, newest first, with its `author`."""
    return _page(_shown(viewer, "author").filter(receiver=persona), "author", before, size)


def given(
    viewer: Viewer, persona: Persona, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Recommendation]:
    """What `persona` wrote about others, as far as it is there for the viewer, newest first, with its `receiver`."""
    return _page(_shown(viewer, "receiver").filter(author=persona), "receiver", before, size)


def may_write(viewer: Viewer, persona: Persona) -> bool:
    """Whether the viewer and `persona` are connected, so that one may recommend the other."""
    if not viewer or viewer.home != persona.network or viewer.id == persona.pk:
        return False
    return Tie.objects.filter(owner=viewer.id, other=persona.pk).exists()


def _shown(viewer: Viewer, other: str) -> QuerySet[Recommendation]:
    rows = Recommendation.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at=other))
    return rows.filter(**{f"{other}__state": Persona.State.ACTIVE})


def _page(rows: QuerySet[Recommendation], other: str, before: str | None, size: int) -> Page[Recommendation]:
    """By when it was sent; the cursor names the last row, which must be one that could stand there."""
    position = read_cursor(before)
    last = rows.filter(pk=position).first() if position else None
    if last is not None and last.sent_at:
        rows = rows.filter(Q(sent_at__lt=last.sent_at) | Q(sent_at=last.sent_at, pk__lt=last.pk))
    found = list(rows.select_related(other).order_by("-sent_at", "-pk")[: size + 1])
    return cut(found, size, lambda row: row.pk)
