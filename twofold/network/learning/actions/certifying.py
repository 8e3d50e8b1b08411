"""Certificates: given at the end of a course, shown if one says so, thrown away."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.actions import issue, revoke
from twofold.network.learning.facts import CertificateShown
from twofold.network.learning.models import Certificate, Course
from twofold.network.learning.queries.certificates import BADGE
from twofold.people.personas.models import Persona


def certify(actor: Persona, *, course: Course, at: datetime) -> Certificate:
    """In the transaction of whoever knows that `actor` is through with it; twice is once."""
    skills = ", ".join(course.skills.values_list("name", flat=True))
    made, new = Certificate.objects.get_or_create(
        persona=actor,
        course=course,
        defaults={
            "by": course.author,
            "title": course.title,
            "summary": course.summary,
            "skills": skills[:800],
            "lessons": course.lessons_count,
            "minutes": course.minutes,
            "at": at,
        },
    )
    if new:
        issue(actor, kind=BADGE, about=made.pk, at=at)
    return made


@transaction.atomic
def show_certificate(actor: Persona, *, certificate_id: int, at: datetime | None = None) -> None:
    """Put it on one's profile; where it stands there, and for whom, one changes there."""
    found = _mine(actor, certificate_id)
    if found.shown_at is None:
        found.shown_at = at or clock.now()
        found.save(update_fields=["shown_at"])
    announce(CertificateShown(found.pk, actor.pk))


@transaction.atomic
def drop_certificate(actor: Persona, *, certificate_id: int) -> None:
    """Throw it away; its badge is revoked."""
    found = _mine(actor, certificate_id)
    revoke(kind=BADGE, abouts=[found.pk])
    found.delete()


def _mine(actor: Persona, certificate_id: int) -> Certificate:
    found = Certificate.objects.select_for_update().filter(pk=certificate_id, persona=actor).first()
    if found is None:
        raise Absent
    return found
