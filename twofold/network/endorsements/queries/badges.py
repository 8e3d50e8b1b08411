"""What an Open Badge says of a skill that somebody endorsed on a ground which both confirmed."""

from typing import Any

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.documents import Award, open_badge
from twofold.network.credentials.queries import credential_for
from twofold.network.endorsements.models import Evidence
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

BADGE = "endorsement"


def badge(viewer: Viewer, evidence_id: int) -> dict[str, Any]:
    """The badge for a ground of the viewer's own, not yet signed. Absent for everybody else, and when it is no more."""
    rows = Evidence.objects.filter(pk=evidence_id, author=viewer.id, state=Evidence.State.CONFIRMED)
    found = rows.filter(
        endorsement__skill__live=True, endorsement__endorser__state=Persona.State.ACTIVE
    ).select_related("endorsement__skill", "endorsement__endorser")
    evidence = found.first()
    if viewer.persona is None or evidence is None:
        raise Absent
    return open_badge(credential_for(BADGE, evidence.pk), viewer.persona, _award(evidence))


def _award(evidence: Evidence) -> Award:
    skill, endorser = evidence.endorsement.skill, evidence.endorsement.endorser
    return Award(
        name=skill.name,
        description=_("Somebody who has worked or learned beside them says that they have this skill."),
        criteria=_(
            "A connection endorsed the skill and named the job, project, event or course that they share. The owner of "
            "the profile confirmed it. Either can take it back at any time; the badge is revoked then."
        ),
        grounds=[
            (
                evidence.words,
                _("Stated by %(name)s (@%(handle)s), confirmed by the owner of the profile.")
                % {"name": endorser.name, "handle": endorser.handle},
            )
        ],
    )
