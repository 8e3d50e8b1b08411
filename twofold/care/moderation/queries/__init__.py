"""Reads of reports: of one's own, of decisions on one's own things, and of the desk for those who decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from twofold.care.moderation.models import Case, Desk, Exhibit, Officer, Outcome, Report, Step
from twofold.care.moderation.policies import decides, is_officer, open_acts
from twofold.care.moderation.things import Thing, find
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.groups.queries import kept_by, names_of
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

__all__ = [
    "Seen",
    "Thing",
    "case",
    "desk",
    "exhibit",
    "find",
    "mine",
    "officers",
    "on_mine",
    "sits_at",
    "unattended",
    "why_suspended",
]

SIZE = 30


@dataclass(frozen=True)
class Seen:
    """A case as those who decide see it: what was reported, by how many and why, what was done, what can be done.

    Nobody here learns who reported.
    """

    case: Case
    reports: Sequence[Report]
    steps: Sequence[Step]
    acts: Sequence[str]
    group: str


def sits_at(viewer: Viewer) -> bool:
    """Whether the viewer decides anywhere in their network."""
    return bool(viewer) and (is_officer(viewer.id) or bool(kept_by(viewer)))


def desk(viewer: Viewer, *, done: bool = False, before: str | None = None) -> Page[Case]:
    """Cases on which the viewer decides, with `number` of reports: the longest waiting first, or what was decided.

    Absent for whoever decides nowhere.
    """
    groups = kept_by(viewer)
    officer = is_officer(viewer.id)
    if not (officer or groups):
        raise Absent
    where = Q(desk=Desk.GROUP, group__in=groups) | (Q(desk=Desk.SERVER) if officer else Q(pk__in=[]))
    rows = Case.objects.filter(where, network=viewer.home).exclude(about=viewer.id)
    rows = rows.exclude(pk__in=Report.objects.filter(reporter=viewer.id).values("case"))
    waiting = Q(outcome="") | Q(appealed=True)
    rows = rows.exclude(waiting) if done else rows.filter(waiting)
    return _page(rows, done=done, before=before)


def _page(rows: QuerySet[Case], *, done: bool, before: str | None) -> Page[Case]:
    """By the time at which they came; the id settles what came at once."""
    order = "-" if done else ""
    last = Case.objects.filter(pk=read_cursor(before) or 0).first()
    if last:
        step = "lt" if done else "gt"
        rows = rows.filter(
            Q(**{f"opened_at__{step}": last.opened_at})
            | Q(opened_at=last.opened_at, **{f"pk__{step}": last.pk})
        )
    rows = rows.annotate(number=Count("reports")).select_related("about").prefetch_related("reports")
    return cut(list(rows.order_by(f"{order}opened_at", f"{order}pk")[: SIZE + 1]), SIZE, lambda each: each.pk)


def case(viewer: Viewer, case_id: int) -> Seen:
    """One case. Absent for whoever does not decide on it."""
    found = Case.objects.select_related("about").filter(pk=case_id).first()
    if found is None or viewer.persona is None or not decides(viewer.persona, found):
        raise Absent
    reports = Report.objects.filter(case=found).defer("reporter").prefetch_related("exhibits").order_by("at")
    steps = list(Step.objects.filter(case=found).select_related("by").order_by("at", "pk"))
    names = names_of([found.group]) if found.group else {}
    return Seen(found, list(reports), steps, open_acts(found), names.get(found.group, ""))


def exhibit(viewer: Viewer, case_id: int, report_id: int, place: int) -> bytes:
    """A picture that was kept with a report, for those who decide on it."""
    seen = case(viewer, case_id)
    found = Exhibit.objects.filter(report=report_id, report__case=seen.case, place=place).first()
    if found is None:
        raise Absent
    return bytes(found.file)


def mine(viewer: Viewer, before: str | None = None) -> Page[Report]:
    """What the viewer reported, the latest first, each with its case."""
    rows = Report.objects.filter(reporter=viewer.id).select_related("case")
    last = Report.objects.filter(pk=read_cursor(before) or 0, reporter=viewer.id).first()
    if last:
        rows = rows.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    return cut(list(rows.order_by("-at", "-pk")[: SIZE + 1]), SIZE, lambda each: each.pk)


def on_mine(viewer: Viewer) -> list[tuple[Case, dict]]:
    """What was decided on things of the viewer's, with what they said. Never who reported, nor what waits."""
    rows = (
        Case.objects.filter(about=viewer.id).exclude(outcome="").exclude(outcome=Outcome.DISMISSED, words="")
    )
    found = list(rows.prefetch_related("reports").order_by("-decided_at")[:50])
    return [(each, next((row.copy for row in each.reports.all()), {})) for each in found]


def officers() -> list[Officer]:
    """Who looks after the networks: for whoever keeps the server."""
    return list(Officer.objects.select_related("persona").order_by("persona__network", "persona__name"))


def unattended() -> dict[str, int]:
    """How many cases wait in networks that nobody looks after."""
    attended = Officer.objects.values("persona__network")
    rows = Case.objects.filter(outcome="", desk=Desk.SERVER).exclude(network__in=attended)
    return dict(rows.values_list("network").annotate(number=Count("pk")).order_by("network"))


def why_suspended(persona: Persona) -> Case | None:
    """The decision by which a persona is suspended."""
    rows = Case.objects.filter(about=persona, outcome=Outcome.SUSPENDED)
    return rows.order_by("-decided_at").first()
