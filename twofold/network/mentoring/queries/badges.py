"""What an Open Badge says of a mentoring that both have signed."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.documents import Award, open_badge
from twofold.network.credentials.queries import credential_for
from twofold.network.mentoring.queries.together import Pair
from twofold.people.personas.viewers import Viewer

# By whether one was the mentor.
BADGES = {True: "mentor", False: "mentee"}


def badge(viewer: Viewer, pair: Pair) -> dict[str, Any]:
    """The badge of the viewer's own side, not yet signed. Absent until both have signed."""
    if viewer.persona is None or not (pair.i_signed and pair.they_signed):
        raise Absent
    credential = credential_for(BADGES[pair.is_mentor], pair.mentoring.pk)
    return open_badge(credential, viewer.persona, _award(pair))


def _award(pair: Pair) -> Award:
    kept, other = pair.mentoring, pair.other
    topics = kept.topics or _("a way to go")
    words = _("Mentor: %(topics)s") if pair.is_mentor else _("Mentored: %(topics)s")
    span = " – ".join(date_format(each, "DATE_FORMAT") for each in (kept.began_at, kept.ended_at) if each)
    said = _("With %(name)s (@%(handle)s), %(span)s. Both have signed that it was so.")
    return Award(
        name=words % {"topics": topics},
        description=_(
            "Two people agreed on goals, met for a while, and both say that it was worth the name."
        ),
        criteria=_("Both agreed on goals and a rhythm, closed the mentoring, and signed afterwards."),
        kind="CommunityService" if pair.is_mentor else "LearningProgram",
        grounds=[(topics, said % {"name": other.name, "handle": other.handle, "span": span})],
    )
