"""What two have together. Whoever is not one of them finds nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.mentoring.models import Goal, Meeting, Mentoring, OwnNote, State
from twofold.people.audiences.door import Admits
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer


@dataclass
class Pair:
    """A mentoring as it is to one of the two."""

    mentoring: Mentoring
    me: int

    @property
    def other(self) -> Persona:
        return self.mentoring.mentee if self.is_mentor else self.mentoring.mentor

    @property
    def is_mentor(self) -> bool:
        return self.mentoring.mentor_id == self.me

    @property
    def asked(self) -> bool:
        """Whether it was the viewer who asked."""
        return self.mentoring.author_id == self.me

    @property
    def waits(self) -> bool:
        """Still a request; to whoever asked, a no looks the same."""
        return self.mentoring.state in (State.ASKED, State.DECLINED)

    @property
    def open(self) -> bool:
        return self.mentoring.state in (State.AGREEING, State.RUNNING)

    def _of(self, name: str, mine: bool) -> object:
        side = "mentor" if self.is_mentor == mine else "mentee"
        return getattr(self.mentoring, f"{side}_{name}")

    @property
    def i_agreed(self) -> object:
        return self._of("agreed_at", True)

    @property
    def they_agreed(self) -> object:
        return self._of("agreed_at", False)

    @property
    def i_signed(self) -> object:
        return self._of("signed_at", True)

    @property
    def they_signed(self) -> object:
        return self._of("signed_at", False)

    @property
    def my_closing(self) -> object:
        return self._of("closing", True)

    @property
    def their_closing(self) -> object:
        return self._of("closing", False)


def get(viewer: Viewer, mentoring_id: int) -> Pair:
    """One in which the viewer is one of the two. Absent for everybody else, and after a no for who gave it."""
    found = _get(me=viewer.id, home=viewer.home, mentoring=mentoring_id) if viewer else []
    if not found or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return Pair(found[0], viewer.id)


@prepared
def _get(me: int, home: str, mentoring: int) -> QuerySet[Mentoring]:
    return _mine(me, home).filter(pk=mentoring)


def _mine(me: int, home: str) -> QuerySet[Mentoring]:
    rows = Mentoring.objects.visible_to(Viewer(me, home, "")).filter(Q(mentor=me) | Q(mentee=me))
    return rows.exclude(~Q(author=me), state=State.DECLINED).select_related("mentor", "mentee")


def pairs(viewer: Viewer) -> list[Pair]:
    """All of the viewer's, the newest first."""
    rows = _pairs(me=viewer.id, home=viewer.home) if viewer else []
    return [Pair(each, viewer.id) for each in rows]


@prepared
def _pairs(me: int, home: str) -> QuerySet[Mentoring]:
    return _mine(me, home).order_by("-asked_at", "pk")[:200]


def entire(pair: Pair) -> tuple[list[Goal], list[Meeting]]:
    """The goals and the meetings of one that the door let through."""
    number = pair.mentoring.pk
    return _goals(mentoring=number), _meetings(mentoring=number)


@prepared
def _goals(mentoring: int) -> QuerySet[Goal]:
    return Goal.objects.filter(mentoring=mentoring).order_by("place", "pk")


@prepared
def _meetings(mentoring: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(mentoring=mentoring).order_by("-begins_at", "pk")


def meetings_between(viewer: Viewer, begin: datetime, end: datetime) -> list[tuple[Pair, Meeting]]:
    """The viewer's own that may touch this span. One query."""
    found = _between(
        me=viewer.id, home=viewer.home, since=begin - timedelta(days=1), until=end, now=clock.now()
    )
    return [(Pair(each.mentoring, viewer.id), each) for each in found]


@prepared
def _between(me: int, home: str, since: datetime, until: datetime, now: datetime) -> QuerySet[Meeting]:
    seen = Admits.thing(Viewer(me, home, ""), at="mentoring")
    mine = Q(mentoring__mentor=me) | Q(mentoring__mentee=me)
    rows = Meeting.objects.filter(seen, mine, mentoring__live=True, begins_at__gt=since, begins_at__lt=until)
    # What was still to come when it ended is called off.
    rows = rows.exclude(mentoring__state=State.CLOSED, begins_at__gt=now)
    return rows.select_related("mentoring__mentor", "mentoring__mentee")


def meeting(viewer: Viewer, pair: Pair, meeting_id: int) -> Meeting:
    seen = Admits.thing(viewer, at="mentoring")
    found = Meeting.objects.filter(seen, mentoring=pair.mentoring, pk=meeting_id).first()
    if found is None:
        raise Absent
    return found


def own_note(viewer: Viewer, meeting: Meeting) -> str:
    """What the viewer keeps of a meeting for themselves."""
    found = OwnNote.objects.filter(meeting=meeting, persona=viewer.id).values_list("text", flat=True)
    return found.first() or ""
