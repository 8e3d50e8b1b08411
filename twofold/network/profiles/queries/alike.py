"""What two people both say of themselves, whenever it was: what they love, and where they went to school."""

from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_KINDS = (EntryKind.INTEREST, EntryKind.HOBBY, EntryKind.LANGUAGE, EntryKind.SCHOOL)


def alike(viewer: Viewer, persona: Persona) -> dict[str, list[str]]:
    """Names by kind of entry, as `persona` writes them and as far as the viewer may see that. Two queries."""
    if not viewer or viewer.home != persona.network:
        return {}
    mine = {_key(each) for each in Entry.objects.filter(author=viewer.id, live=True, kind__in=_KINDS)}
    theirs = Entry.objects.visible_to(viewer).filter(author=persona, kind__in=_KINDS) if mine else ()
    found: dict[str, dict[str, None]] = {}
    for each in theirs:
        if _key(each) in mine:
            found.setdefault(each.kind, {})[_name(each)] = None
    return {kind: list(names) for kind, names in found.items()}


def _name(entry: Entry) -> str:
    return entry.organisation_name if entry.kind == EntryKind.SCHOOL else entry.title


def _key(entry: Entry) -> tuple[str, str]:
    kind = EntryKind.INTEREST if entry.kind == EntryKind.HOBBY else entry.kind
    return kind, _name(entry).casefold()
