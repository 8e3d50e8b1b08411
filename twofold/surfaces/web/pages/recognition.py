"""The sections of a profile that others write: skills with what is said of them, and recommendations."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from twofold.network.endorsements import drawing as skills
from twofold.network.endorsements import queries as endorsements
from twofold.network.recommendations import drawing as words
from twofold.network.recommendations import queries as recommendations
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer


def recognition(viewer: Viewer, persona: Persona, *, tied: bool) -> list[tuple[str, str, Markup]]:
    """Kind, heading and HTML of each; a visitor gets only those with something in them. At most four queries.

    `tied` says whether the two are connected, so that one may say something of the other.
    """
    if persona.network != Network.PROFESSIONAL or persona.is_page:
        return []
    own = viewer.id == persona.pk
    said = endorsements.section(viewer, persona, tied=tied)
    written = recommendations.section(viewer, persona)
    drawn = [
        ("skills", _("Skills"), skills.drawn(said, persona, own=own)),
        ("recommendations", _("Recommendations"), words.drawn(written, persona, own=own, may_write=tied)),
    ]
    return [part for part in drawn if part[2]]
