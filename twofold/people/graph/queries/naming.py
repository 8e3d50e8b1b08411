"""People by what somebody writes: a handle, or the name of a tie."""

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_handles, personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_OFFERED = 300


def ties_by_name(viewer: Viewer) -> list[tuple[str, str]]:
    """Handle and name of the viewer's ties, for completion; the first few hundred by name."""
    ties = Tie.objects.filter(
        AdmitsPersona.to(viewer, at="other"), owner=viewer.id, other__state=Persona.State.ACTIVE
    )
    return list(ties.order_by("other__name").values_list("other__handle", "other__name")[:_OFFERED])


def somebody(viewer: Viewer, written: str) -> Persona:
    """The one person whom `written` means: a handle, or the name of exactly one tie."""
    handle = written.removeprefix("@")
    found = by_handles(viewer, viewer.home, [handle]).get(handle)
    if found:
        return found
    ties = Tie.objects.filter(owner=viewer.id).values("other")
    named = list(personas_visible_to(viewer).filter(pk__in=ties, name__iexact=written)[:2])
    if len(named) == 1:
        return named[0]
    if named:
        raise Refused(
            _("Several people are called %(name)s. Give the handle.") % {"name": written}, field="audience"
        )
    raise Refused(
        _("Nobody is called %(name)s here. Give a handle, like @anna.") % {"name": written}, field="audience"
    )
