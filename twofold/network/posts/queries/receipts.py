"""Who could see a post and every change since, for its author: by the log and the rule of the door."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut
from twofold.network.posts.models import Post, Readdressed, Receipt
from twofold.people.audiences.afterwards import admitted_at, seal
from twofold.people.audiences.beforehand import components_of, specs_of
from twofold.people.audiences.models import Audience, Change, Component, Grant, Scope
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import (
    Summary,
    audience_summary,
    audiences_in_words,
    blocked_among,
    list_words,
)
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

_MOVES = 50
_SIZE = 30
_NAMED = 100
# Blocking ends a tie as well: rows of one deed are written one after the other.
_STROKE = timedelta(seconds=2)
Deed = Change.Deed


@dataclass(frozen=True)
class Then:
    """Whom a post reached when it was shared: in words, how many, and by name; `gone` are there no more for its author.

    `people` is None where that is no list. `more` and `fewer` are who came to it since, and who no longer sees it;
    `holds` whether the log leads back to what was sealed then: None where nothing was sealed.
    """

    words: str
    people: int | None = None
    names: list[str] = field(default_factory=list)
    gone: int = 0
    more: list[str] = field(default_factory=list)
    fewer: list[str] = field(default_factory=list)
    holds: bool | None = None
    mark: str = ""


@dataclass(frozen=True)
class Step:
    """One change: what became of `persona` (None: not there any more for the author), or of the post itself."""

    at: datetime
    words: list[str]
    persona: Persona | None = None
    moved: bool = False


@dataclass(frozen=True)
class Reckoning:
    """The receipt of a post. `since` is from when on the log tells of it; `far` adds friends of friends, untold."""

    now: Summary
    then: Then
    since: datetime
    whole: bool
    far: bool
    steps: Page[Step]


def first_audience(post: Post) -> Audience:
    """Whom a post reached when it was shared."""
    moved = Readdressed.objects.filter(post=post).select_related("before").order_by("at", "pk").first()
    return moved.before if moved else post.audience


def reckoning(viewer: Viewer, post: Post, before: int | None = None) -> Reckoning:
    """The receipt of one's own post: whom it reached, reaches, and what changed, the latest first."""
    receipt = Receipt.objects.filter(post=post).first()
    since = receipt.since if receipt else post.published_at
    moves = list(_moves(post))
    audiences = [each.before for each in moves] + [post.audience]
    components = components_of(audiences)
    specs, lists = specs_of(audiences, components), list_words(viewer)
    words = dict(zip(specs, audiences_in_words(viewer, list(specs.values()), lists), strict=True))
    words |= {each.pk: _("Those in a group") for each in audiences if each.owner_id != viewer.id}
    reached = _reached(viewer, audiences[0], post.audience, receipt)
    page, shown = _read(viewer, since, moves, audiences, components, before)
    there = _there(viewer, {*reached.ids, *(row.persona_id for row in shown)})
    steps = _told(viewer, shown, there, lists) + [_move(each, words) for each in _within(moves, page, before)]
    return Reckoning(
        audience_summary(viewer, specs[post.audience_id], lists),
        _then(reached, there, receipt, words[audiences[0].pk]),
        since,
        receipt is not None,
        any(each.far for each in audiences),
        Page(sorted(steps, key=lambda step: step.at, reverse=True), page.after),
    )


def _moves(post: Post) -> QuerySet[Readdressed]:
    moves = Readdressed.objects.filter(post=post).select_related("before", "after")
    return moves.order_by("at", "pk")[:_MOVES]


@dataclass(frozen=True)
class _Reached:
    """Whom a post reached and reaches by its author's own lists; None where that is no list."""

    then: list[int] | None = None
    now: list[int] | None = None

    @property
    def more(self) -> list[int]:
        return (
            [] if self.then is None or self.now is None else sorted(set(self.now) - set(self.then))[:_NAMED]
        )

    @property
    def fewer(self) -> list[int]:
        return (
            [] if self.then is None or self.now is None else sorted(set(self.then) - set(self.now))[:_NAMED]
        )

    @property
    def ids(self) -> list[int]:
        """Those whose names are shown."""
        return [*(self.then or ())[:_NAMED], *self.more, *self.fewer]


def _reached(viewer: Viewer, first: Audience, last: Audience, receipt: Receipt | None) -> _Reached:
    if receipt is None or first.owner_id != viewer.id or first.scope >= Scope.MEMBERS:
        return _Reached([] if first.scope == Scope.ONLY_ME else None)
    then = admitted_at(first, receipt.since)
    if first.pk == last.pk and not Change.objects.filter(owner=viewer.id, at__gt=receipt.since).exists():
        return _Reached(then, then)
    return _Reached(then, admitted_at(last, clock.now()) if last.scope < Scope.MEMBERS else None)


def _then(reached: _Reached, there: dict[int, Persona], receipt: Receipt | None, words: str) -> Then:
    then, sealed = reached.then, receipt.seal if receipt else ""
    names = _names(there, (then or [])[:_NAMED])
    return Then(
        words,
        None if then is None else len(then),
        names,
        len((then or [])[:_NAMED]) - len(names),
        _names(there, reached.more),
        _names(there, reached.fewer),
        seal(then) == sealed if sealed and then is not None else None,
        sealed[:16],
    )


def _there(viewer: Viewer, ids: set[int]) -> dict[int, Persona]:
    """Those of `ids` whom the author may come across, or has blocked: their names are no news."""
    met = by_ids(viewer, ids) if ids else {}
    missed = ids - met.keys()
    return met | blocked_among(viewer, missed) if missed else met


def _names(there: dict[int, Persona], ids: Sequence[int]) -> list[str]:
    return sorted(there[each].name for each in ids if each in there)


def _read(
    viewer: Viewer,
    since: datetime,
    moves: list[Readdressed],
    audiences: list[Audience],
    components: list[Component],
    before: int | None,
) -> tuple[Page[Change], list[Change]]:
    """A page of the log, and those of its rows whose list was in the audience of the post at that time."""
    parts: dict[int, set[int]] = {each.pk: set() for each in audiences}
    for each in components:
        parts[each.audience_id].add(each.part_id)
    wide = any(each.scope >= Scope.MEMBERS for each in audiences)
    log = _log(viewer, since, set().union(*parts.values()), wide=wide)
    page = cut(list((log.filter(pk__lt=before) if before else log)[: _SIZE + 1]), _SIZE, lambda row: row.pk)
    ends = [*(each.at for each in moves), None]

    def counts(row: Change) -> bool:
        at = next(place for place, end in enumerate(ends) if end is None or row.at <= end)
        return row.part_id is None or row.part_id in parts[audiences[at].pk]

    return page, [row for row in page.rows if counts(row)]


def _within(moves: list[Readdressed], page: Page[Change], before: int | None) -> list[Readdressed]:
    """The moves that belong on this page of the log."""
    newest = Change.objects.filter(pk=before).values_list("at", flat=True).first() if before else None
    oldest = page.rows[-1].at if page.after else None
    return [
        each for each in moves if not (newest and each.at > newest) and not (oldest and each.at <= oldest)
    ]


def _log(viewer: Viewer, since: datetime, parts: set[int], *, wide: bool) -> QuerySet[Change]:
    """What the log tells about these parts, and about those whom the viewer shut out of them. Not others' deeds."""
    rows = Change.objects.filter(owner=viewer.id, at__gt=since)
    shut = Q(part=None, own=True)
    if not wide:
        inside = Grant.objects.filter(part__in=parts).values("persona")
        were = rows.filter(part__in=parts).values("persona")
        shut &= Q(persona__in=inside) | Q(persona__in=were)
    return rows.filter(Q(part__in=parts) | shut).select_related("part").order_by("-pk")


def _told(
    viewer: Viewer, rows: list[Change], there: dict[int, Persona], lists: dict[tuple[str, str], str]
) -> list[Step]:
    """The log in words; what became of somebody at one stroke is one step."""
    steps: list[Step] = []
    last: Change | None = None
    for row in rows:
        words = _words(row, lists, Network(viewer.home))
        if last and last.persona_id == row.persona_id and last.at - row.at <= _STROKE:
            steps[-1].words.insert(0, words)
        else:
            steps.append(Step(row.at, [words], there.get(row.persona_id)))
        last = row
    return steps


def _words(row: Change, lists: dict[tuple[str, str], str], network: Network) -> str:
    if row.part is None:
        return _("blocked by you") if row.deed == Deed.SHUT_OUT else _("no longer blocked by you")
    if row.part.kind == "named":
        return _("no longer here")
    entered = row.deed == Deed.IN
    if not row.part.ref:
        if network == Network.SOCIAL:
            return _("became a friend") if entered else _("no longer a friend")
        return _("became a connection") if entered else _("no longer a connection")
    label = lists.get((row.part.kind, row.part.ref), _("A list that is gone"))
    return (_("put into “%(list)s”") if entered else _("taken out of “%(list)s”")) % {"list": label}


def _move(moved: Readdressed, words: dict[int, str]) -> Step:
    said = _("You changed it from “%(before)s” to “%(after)s”") % {
        "before": words[moved.before_id],
        "after": words.get(moved.after_id, _("A list that is gone")),
    }
    return Step(moved.at, [said], moved=True)
