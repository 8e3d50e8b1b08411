"""What members of a group make together: pages, petitions and pledges; and the figures of a group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncDate

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.groups.models import BELONGS, Call, Entry, Group, Membership, Sheet, Signature, Version
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

DAYS = 30
SHOWN_NAMES = 60
# Comparing line by line takes their product.
MOST_COMPARED = 250_000


def sheets(viewer: Viewer, group: Group) -> list[Sheet]:
    """The pages of a group, what changed last first."""
    return list(Sheet.objects.visible_to(viewer).filter(group=group).order_by("-changed_at", "pk")[:300])


def sheet(viewer: Viewer, group: Group, sheet_id: int) -> Sheet:
    """One page; `knows` says whether the viewer may come across who changed it last. Absent where they find none."""
    rows = Sheet.objects.visible_to(viewer).filter(group=group, pk=sheet_id)
    found = rows.annotate(knows=AdmitsPersona.to(viewer, at="by")).select_related("by").first()
    if found is None:
        raise Absent
    return found


def versions(viewer: Viewer, sheet: Sheet) -> list[Version]:
    """What a page that the door let through said and says, the latest first."""
    rows = Version.objects.filter(sheet=sheet).annotate(knows=AdmitsPersona.to(viewer, at="by"))
    return list(rows.select_related("by").order_by("-number")[:500])


def _changes(one: list[str], other: list[str]) -> Iterable[tuple[str, int, int, int, int]]:
    if len(one) * len(other) <= MOST_COMPARED:
        return SequenceMatcher(None, one, other).get_opcodes()
    least = min(len(one), len(other))
    head = next((n for n in range(least) if one[n] != other[n]), least)
    tail = next((n for n in range(least - head) if one[-1 - n] != other[-1 - n]), least - head)
    a, b = len(one) - tail, len(other) - tail
    ends = ("equal", a, len(one), b, len(other))
    return [("equal", 0, head, 0, head), ("replace", head, a, head, b), ends]


@dataclass(frozen=True)
class Line:
    """A line of a comparison: `kind` is "same", "out" or "in"."""

    kind: str
    text: str


def compared(before: str, after: str) -> list[Line]:
    """What became of the lines of one text in another. Of very many lines only what both begin and end with is told."""
    one, other = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for kind, a, b, c, d in _changes(one, other):
        if kind == "equal":
            found += [Line("same", each) for each in one[a:b]]
        else:
            found += [Line("out", each) for each in one[a:b]] + [Line("in", each) for each in other[c:d]]
    return found


@dataclass
class Signed:
    """A petition or pledge as a viewer reads it. `fresh`: those of `count` who came to this network after it opened."""

    call: Call
    count: int
    fresh: int
    mine: Signature | None
    names: list[Persona]

    @property
    def percent(self) -> int:
        return min(100, self.count * 100 // self.call.goal) if self.call.goal else 0


def calls(viewer: Viewer, group: Group) -> list[Signed]:
    """All of a group, the latest first, counted now: members who are there. Four statements."""
    there = Q(signatures__persona__state=Persona.State.ACTIVE)
    later = there & Q(signatures__persona__created_at__gt=F("opened_at"))
    rows = list(
        Call.objects.visible_to(viewer)
        .filter(group=group)
        .annotate(number=Count("signatures", filter=there), fresh=Count("signatures", filter=later))
        .order_by("-opened_at")[:50]
    )
    ids = [each.pk for each in rows]
    mine = {each.call_id: each for each in Signature.objects.filter(call__in=ids, persona=viewer.id)}
    named = Signature.objects.filter(AdmitsPersona.to(viewer, at="persona"), call__in=ids, named=True)
    named = named.filter(persona__state=Persona.State.ACTIVE).select_related("persona").order_by("-at")
    names: dict[int, list[Persona]] = {}
    for each in named[: SHOWN_NAMES * max(1, len(ids))]:
        names.setdefault(each.call_id, []).append(each.persona)
    return [
        Signed(each, each.number, each.fresh, mine.get(each.pk), names.get(each.pk, [])[:SHOWN_NAMES])
        for each in rows
    ]


@dataclass(frozen=True)
class Numbers:
    """`days` in order; `members` at the end of each, of those who still belong; `posts` on each; sums of 30 days."""

    days: Sequence[date]
    members: Sequence[int]
    posts: Sequence[int]
    said: int
    answers: int
    reactions: int


def numbers(viewer: Viewer, group: Group) -> Numbers:
    """The figures of a group, for those who keep it: days and sums, never persons. Three statements."""
    today = clock.now().date()
    days = [today - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    rows = Membership.objects.filter(group=group, role__in=BELONGS)
    joined = dict(rows.annotate(day=TruncDate("since")).values_list("day").annotate(number=Count("pk")))
    members, base = [], sum(number for day, number in joined.items() if day < days[0])
    for day in days:
        base += joined.get(day, 0)
        members.append(base)
    shown = Entry.objects.filter(
        group=group, waits=False, post__live=True, post__published_at__date__gte=days[0]
    )
    posts = dict(
        shown.annotate(day=TruncDate("post__published_at")).values_list("day").annotate(number=Count("pk"))
    )
    sums = shown.aggregate(answers=Sum("post__comments_count"), reactions=Sum("post__reactions_count"))
    by_day = [posts.get(day, 0) for day in days]
    return Numbers(days, members, by_day, sum(by_day), sums["answers"] or 0, sums["reactions"] or 0)
