"""People by what somebody writes: a handle, or the name of a tie."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import begins, folded
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_handles, personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_OFFERED = 300
_READ = 5_000
_SHORTEST = 3


def ties_by_name(viewer: Viewer) -> list[tuple[str, str]]:
    """Handle and name of the viewer's ties, for completion; the first few hundred by name."""
    ties = Tie.objects.filter(
        AdmitsPersona.to(viewer, at="other"), owner=viewer.id, other__state=Persona.State.ACTIVE
    )
    return list(ties.order_by("other__name").values_list("other__handle", "other__name")[:_OFFERED])


def ties_begun(viewer: Viewer, text: str, most: int = 8) -> list[Persona]:
    """Those among the viewer's ties whose handle, or a word of whose name, begins with `text`; by name."""
    handles = [handle for handle, name in ties_by_name(viewer) if begins(text, handle, name)][:most]
    found = by_handles(viewer, viewer.home, handles)
    return [found[each] for each in handles if each in found]


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


def ties_named_in(
    viewer: Viewer, text: str, *, by_part: Iterable[str] = (), besides: Iterable[str] = ()
) -> list[Persona]:
    """The viewer's ties whom a text names, by whole name or handle; one query.

    Those of the kinds `by_part` also by one word of their name, unless it is among `besides` or another tie has it too.
    """
    said, kinds = folded(text), set(by_part)
    ties = list(
        Tie.objects.filter(
            AdmitsPersona.to(viewer, at="other"), owner=viewer.id, other__state=Persona.State.ACTIVE
        )
        .select_related("other")
        .order_by("other__name")[:_READ]
    )
    words = set(re.findall(r"\w+", said)) - {folded(each) for each in besides}
    shared = [word for tie in ties for word in set(re.findall(r"\w+", folded(tie.other.name)))]

    def named(tie: Tie) -> bool:
        name = folded(tie.other.name)
        if mentions(said, name) or mentions(said, "@" + folded(tie.other.handle)):
            return True
        parts = [each for each in re.findall(r"\w+", name) if len(each) >= _SHORTEST and each in words]
        return tie.kind in kinds and any(shared.count(each) == 1 for each in parts)

    return [tie.other for tie in ties if named(tie)]


def mentions(said: str, name: str) -> bool:
    """Whether `name` stands in `said` as a word of its own; both are folded."""
    return bool(name) and name in said and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said))
