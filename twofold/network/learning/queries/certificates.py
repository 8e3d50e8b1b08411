"""Certificates: one's own, and what an Open Badge says of them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.documents import Award, open_badge
from twofold.network.credentials.queries import credential_for
from twofold.network.learning.models import Certificate
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

BADGE = "course"


def certificates(viewer: Viewer) -> list[Certificate]:
    """The viewer's own, the newest first."""
    if not viewer or viewer.home != Network.PROFESSIONAL:
        return []
    return list(Certificate.objects.filter(persona=viewer.id).select_related("by").order_by("-at")[:200])


def certificate(viewer: Viewer, certificate_id: int) -> Certificate:
    """One of the viewer's own. Absent for everybody else."""
    rows = Certificate.objects.filter(pk=certificate_id, persona=viewer.id).select_related("by", "persona")
    found = rows.first()
    if found is None or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return found


def certificate_for(viewer: Viewer, course_id: int) -> Certificate | None:
    """The one that the viewer has for a course."""
    return Certificate.objects.filter(persona=viewer.id, course=course_id).first() if viewer else None


def by_certificate(certificate_id: int) -> Certificate | None:
    """A certificate for what follows from its facts: for the profile of whoever has it, never for showing."""
    return (
        Certificate.objects.filter(pk=certificate_id)
        .select_related("by", "persona", "course__meant_for")
        .first()
    )


def badge(viewer: Viewer, certificate_id: int) -> dict[str, Any]:
    """The badge for a certificate of the viewer's own, not yet signed."""
    found = certificate(viewer, certificate_id)
    return open_badge(credential_for(BADGE, found.pk), found.persona, _award(found))


def _award(found: Certificate) -> Award:
    taught = (
        _("Taught by %(name)s (@%(handle)s).") % {"name": found.by.name, "handle": found.by.handle}
        if found.by
        else ""
    )
    lessons = ngettext("%(num)d lesson", "%(num)d lessons", found.lessons) % {"num": found.lessons}
    return Award(
        name=found.title,
        description=found.summary or _("A course on this server."),
        criteria=_("Every lesson was gone through, and every quiz in it was passed."),
        kind="Course",
        grounds=[(found.title, " ".join(filter(None, (lessons + ".", taught, found.skills))))],
    )
