from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.endorsements.actions import follow_grounds
from twofold.network.endorsements.queries import grounded_pairs, pairs_on
from twofold.network.events.facts import (
    EventCancelled,
    EventChanged,
    EventDeleted,
    GuestAnswered,
    HostAnswered,
)
from twofold.network.jobs.actions import look_for_all
from twofold.network.learning.facts import CertificateShown
from twofold.network.learning.queries import by_certificate
from twofold.network.posts.facts import PostPublished
from twofold.network.posts.queries import draft_behind
from twofold.network.profiles.actions import credit_course, credit_project
from twofold.network.profiles.facts import EntryGone, EntryKept
from twofold.network.projects.facts import PartConfirmed
from twofold.network.projects.models import Openness
from twofold.network.projects.queries import by_id, confirmed
from twofold.people.accounts.actions import end_telling
from twofold.people.audiences.models import Scope
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona
from twofold.reach.notifications.facts import NewsDue
from twofold.surfaces.web import letters, ringing
from twofold.surfaces.web.pages.grounds import EVENT, by_name, grounds_between
from twofold.surfaces.web.pages.job_search import bringing


@on(PostPublished)
def unlink_its_draft(fact: PostPublished) -> None:
    """What was shared is linked to nothing: not to the draft of the same event in the other network either."""
    if draft := draft_behind(fact.post_id):
        end_telling(draft)


@on(EntryKept)
def look_at_grounds_again(fact: EntryKept) -> None:
    """An endorsement rests on what both still show each other, and on no more."""
    _look_again(grounded_pairs(fact.persona_id))


def _look_again(pairs: list[tuple[Persona, Persona]]) -> None:
    for owner, endorser in pairs:
        follow_grounds(owner.pk, endorser.pk, shared=by_name(grounds_between(owner, endorser)))


@on(EventChanged)
@on(EventCancelled)
@on(EventDeleted)
@on(GuestAnswered)
@on(HostAnswered)
def look_at_who_met_again(
    fact: EventChanged | EventCancelled | EventDeleted | GuestAnswered | HostAnswered,
) -> None:
    """The same for an event at which both were, and whoever may read that they were."""
    _look_again(pairs_on(EVENT, str(fact.event_id)))


@on(EntryGone)
def let_go_of_grounds(fact: EntryGone) -> None:
    look_at_grounds_again(EntryKept(fact.entry_id, fact.persona_id, fact.kind, fact.organisation_id))


@on(PartConfirmed)
def put_on_the_profile(fact: PartConfirmed) -> None:
    """A finished project stands on the profile of each who says so, with the others who do. A private one is theirs
    alone there at first: its name is not for everybody until they choose so."""
    project, those = by_id(fact.project_id), confirmed(fact.project_id)
    mine = next((each for each in those if each.persona_id == fact.persona_id), None)
    if project is None or project.finished_at is None or mine is None:
        return
    credit_project(
        mine.persona,
        title=project.name,
        text=project.about,
        began=project.began.replace(day=1),
        ended=project.finished_at.date().replace(day=1),
        role=mine.part,
        others={each.persona_id: each.part for each in those},
        spec=ONLY_ME if project.openness == Openness.PRIVATE else None,
    )


@on(CertificateShown)
def put_a_certificate_on_the_profile(fact: CertificateShown) -> None:
    """Among the courses, for those to whom its owner shows these; there it is changed and taken away. A course that was
    not for all stands there for its owner alone at first."""
    found = by_certificate(fact.certificate_id)
    if found is None:
        return
    for_all = found.course is not None and found.course.meant_for.scope >= Scope.MEMBERS
    credit_course(
        found.persona,
        title=found.title,
        taught_by=found.by.name if found.by else "",
        at=found.at.date(),
        skills=[each.strip() for each in found.skills.split(",") if each.strip()],
        spec=None if for_all else ONLY_ME,
    )


@every(timedelta(hours=1))
def look_for_saved_searches() -> None:
    """New jobs for those who keep a search; with their skills and ties, of which jobs know nothing."""
    look_for_all(bringing)


@every(timedelta(minutes=5))
def send_letters() -> None:
    """Letters whose hour has come."""
    letters.send_due()


@on(NewsDue, atomic=False)
def send_news(fact: NewsDue) -> None:
    ringing.send(fact.persona_id)


@every(timedelta(minutes=1))
def send_what_waited() -> None:
    """What came in quiet hours that have ended, or what nobody took before."""
    ringing.send_due()
