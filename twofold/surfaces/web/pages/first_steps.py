"""The checklist of the first days: five steps, the first done already, none of them in the way."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.people.graph.queries.meeting import knows_anybody
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import has_shared


@dataclass(frozen=True)
class Step:
    words: str
    done: bool
    href: str
    glyph: str


def first_steps(viewer: Viewer, *, settled: bool) -> list[Step]:
    """The steps and which are done; none once they were put away (`settled`) or all are done. Two queries, or none."""
    if settled or viewer.persona is None:
        return []
    me, network = viewer.persona, viewer.network
    edit = reverse("profiles:edit", args=[network, me.handle])
    people = reverse("graph:find", args=[network])
    if network == Network.PROFESSIONAL:
        line, someone = _("Say in one line what you do"), _("Connect with somebody you know")
    else:
        line, someone = _("Say something about yourself"), _("Find a first friend")
    steps = [
        Step(_("Choose a name and a handle"), True, edit, "at-sign"),
        Step(_("Add a picture"), bool(me.picture), edit, "image"),
        Step(line, bool(me.line), edit, "pencil"),
        Step(someone, knows_anybody(viewer), people, "user-plus"),
        Step(_("Share something"), has_shared(viewer), reverse("posts:new", args=[network]), "send"),
    ]
    return [] if all(step.done for step in steps) else steps
