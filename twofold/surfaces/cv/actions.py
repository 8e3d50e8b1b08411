"""Bringing a CV in: read, reviewed, kept in one step, and taken back in one."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.endorsements.actions import claim, remove
from twofold.network.endorsements.models import Skill
from twofold.network.profiles.actions import introduce, keep_entry, take_away_entry, try_entry
from twofold.network.profiles.models import Entry
from twofold.network.profiles.queries import words_of
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.cv.models import Import
from twofold.surfaces.cv.reading.json_resume import read
from twofold.surfaces.cv.reading.proposal import packed, unpacked
from twofold.surfaces.cv.resume import Item

KEPT = timedelta(days=7)


def begin_import(actor: Persona, *, data: bytes) -> Import:
    """Read a JSON Resume and lay it out for review. Refused, field "file", for anything else; nothing changes yet."""
    if actor.network != Network.PROFESSIONAL or actor.is_page:
        raise Absent
    return Import.objects.create(persona=actor, proposal=packed(read(data)), created_at=clock.now())


def problem_with(actor: Persona, each: Item) -> str:
    """Why this entry cannot be kept as it stands in the file; nothing when it can."""
    try:
        try_entry(actor, kind=each.kind, fields=fields_of(each), skills=each.skills)
    except Refused as refusal:
        return str(refusal.reason)
    return ""


@transaction.atomic
def keep_import(
    actor: Persona,
    *,
    import_id: int,
    places: Collection[int],
    skills: Collection[str],
    words: Collection[str],
    spec: AudienceSpec,
) -> int:
    """Keep what was chosen, for those of `spec`: entries by their place, skills and words by name. How many.

    All of it or nothing: Refused when one of them cannot be kept. Twice is once.
    """
    found = _own(actor, import_id)
    if found.kept_at:
        return len(found.made.get("entries", ()))
    proposal = unpacked(found.proposal)
    entries = [_keep(actor, each, spec) for place, each in enumerate(proposal.items) if place in places]
    claimed = [_claim(actor, name, spec) for name in proposal.skills if name in skills]
    chosen: dict[str, Any] = {name: text for name, text in proposal.words.items() if name in words}
    now = {"line": actor.line, **words_of(Viewer.of(actor), actor)}
    before = {name: now[name] for name in chosen}
    if chosen:
        introduce(actor, **chosen)
    found.made = {"entries": entries, "skills": [each for each in claimed if each], "before": before}
    found.kept_at = clock.now()
    found.save(update_fields=["made", "kept_at"])
    return len(entries) + len(claimed) + len(chosen)


@transaction.atomic
def undo_import(actor: Persona, *, import_id: int) -> None:
    """Take back what an import brought in; what was changed or taken away since is left as it is."""
    found = _own(actor, import_id)
    for entry_id in Entry.objects.filter(
        pk__in=found.made.get("entries", ()), author=actor, live=True, version=1
    ):
        take_away_entry(actor, entry_id=entry_id.pk)
    for skill in Skill.objects.filter(pk__in=found.made.get("skills", ()), author=actor, live=True):
        remove(actor, skill=skill)
    proposed = unpacked(found.proposal).words
    now = {"line": actor.line, **words_of(Viewer.of(actor), actor)}
    before: dict[str, Any] = {
        name: text for name, text in found.made.get("before", {}).items() if now[name] == proposed.get(name)
    }
    if before:
        introduce(actor, **before)
    found.delete()


def forget_imports() -> int:
    """Delete what was read longer ago than a week; how many."""
    return Import.objects.filter(created_at__lt=clock.now() - KEPT).delete()[0]


def forget_imports_of(persona_id: int) -> None:
    """Delete whatever somebody who is gone had read."""
    Import.objects.filter(persona=persona_id).delete()


def fields_of(each: Item) -> dict[str, Any]:
    """An item as `keep_entry` takes it."""
    return {
        "title": each.title,
        "organisation_name": each.organisation,
        "place": each.place,
        "began": each.began,
        "ended": each.ended,
        "current": each.current,
        "address": each.address,
        "text": each.text,
        **each.details,
    }


def _own(actor: Persona, import_id: int) -> Import:
    found = Import.objects.select_for_update().filter(pk=import_id, persona=actor).first()
    if found is None:
        raise Absent
    return found


def _keep(actor: Persona, each: Item, spec: AudienceSpec) -> int:
    try:
        return keep_entry(actor, kind=each.kind, fields=fields_of(each), skills=each.skills, spec=spec).pk
    except Refused as refusal:
        name = each.title or each.organisation or each.text
        raise Refused(
            _("“%(name)s” cannot be kept: %(reason)s") % {"name": name[:60], "reason": refusal.reason}
        ) from refusal


def _claim(actor: Persona, name: str, spec: AudienceSpec) -> int | None:
    """The skill's id when it is new; what one claims already stays as it is."""
    there = Skill.objects.filter(author=actor, live=True, name__iexact=name).exists()
    return None if there else claim(actor, name=name[:60], spec=spec).pk
