"""The checklist of the first days: five steps, the first done already, none of them in the way."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from twofold.foundation.kit.kept import Kept
from twofold.people.graph.queries.meeting import knows_anybody
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import has_shared
from twofold.surfaces.web.jinja import url

# Steps that somebody took, by persona and step: who knows somebody or shared something is asked no more.
_taken: Kept[bool] = Kept(20_000)


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
    edit = url("profiles:edit", network, me.handle)
    people = url("graph:find", network)
    if network == Network.PROFESSIONAL:
        line, someone = _("Say in one line what you do"), _("Connect with somebody you know")
    else:
        line, someone = _("Say something about yourself"), _("Find a first friend")
    steps = [
        Step(_("Choose a name and a handle"), True, edit, "at-sign"),
        Step(_("Add a picture"), bool(me.picture), edit, "image"),
        Step(line, bool(me.line), edit, "pencil"),
        Step(someone, _took(viewer, knows_anybody), people, "user-plus"),
        Step(_("Share something"), _took(viewer, has_shared), url("posts:new", network), "send"),
    ]
    return [] if all(step.done for step in steps) else steps


def _took(viewer: Viewer, step: Callable[[Viewer], bool]) -> bool:
    key = viewer.id, step.__name__
    return bool(_taken.get(key)) or (step(viewer) and _taken.put(key, True))
