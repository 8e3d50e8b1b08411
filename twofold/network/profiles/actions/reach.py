"""Who may see a section."""

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent
from twofold.network.profiles.actions.consent import ask_again
from twofold.network.profiles.facts import EntryKept
from twofold.network.profiles.models import Entry, EntryKind, SectionAudience
from twofold.network.profiles.sections import section_named
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona


@transaction.atomic
def set_section_audience(actor: Persona, *, kind: str, spec: AudienceSpec, existing: bool = True) -> int:
    """From now on new entries of the section are for `spec`; with `existing`, those that are there too. How many."""
    section = section_named(actor.network, kind)
    if section is None:
        raise Absent
    audience = compose(actor, spec)
    SectionAudience.objects.update_or_create(
        persona=actor, kind=section.kind, defaults={"audience": audience}
    )
    if not existing:
        return 0
    entries = Entry.objects.filter(author=actor, kind=section.kind, live=True).exclude(audience=audience)
    changed = list(entries.values_list("pk", "organisation"))
    for entry in entries if section.kind == EntryKind.PROJECT else ():
        ask_again(entry)
    entries.update(audience=audience, version=F("version") + 1)
    for entry_id, organisation_id in changed:
        announce(EntryKept(entry_id, actor.pk, section.kind, organisation_id))
    return len(changed)
