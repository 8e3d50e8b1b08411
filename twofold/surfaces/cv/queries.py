"""Reads for a CV: whatever the profile would show the same viewer, and no more."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements import queries as endorsements
from twofold.network.profiles import queries as profiles
from twofold.network.profiles.queries.sections import Line
from twofold.network.profiles.sections import Section
from twofold.network.recommendations import queries as recommendations
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.cv.models import Import
from twofold.surfaces.cv.resume import Item, Resume, Voice
from twofold.surfaces.web.jinja import profile_url

MOST_VOICES = 6


def resume_of(viewer: Viewer, persona: Persona) -> Resume:
    """The CV of `persona` as `viewer` may see it; a fixed number of queries."""
    shown = profiles.sections(viewer, persona)
    words = profiles.words_of(viewer, persona)
    skills = endorsements.section(viewer, persona, few=None)
    said = recommendations.section(viewer, persona, few=MOST_VOICES)
    return Resume(
        name=persona.name,
        handle=persona.handle,
        headline=persona.line,
        pronouns=words["pronouns"],
        place=words["place"],
        about=words["about"],
        website=words["website"],
        address=settings.BASE_URL + profile_url(persona),
        picture=persona.picture,
        language=persona.language,
        items={each.section.kind.value: [_item(each.section, line) for line in each.lines] for each in shown},
        skills=[each.name for each in skills.skills],
        voices=[Voice(each.author.name, each.author.line, each.text) for each in said.recommendations],
    )


def _item(section: Section, line: Line) -> Item:
    entry = line.entry
    return Item(
        kind=entry.kind,
        title=entry.title,
        organisation=line.page.name if line.page else entry.organisation_name,
        place=entry.place,
        began=entry.began,
        ended=entry.ended,
        current=entry.current,
        address=entry.address,
        text=entry.text,
        skills=tuple(line.skills),
        details={**entry.details, **_in_words(section, entry.details), "primary": entry.primary},
    )


def _in_words(section: Section, details: Mapping[str, Any]) -> dict[str, str]:
    """What was chosen from a list, as one says it; how to reach somebody stays the key that files go by."""
    chosen = {
        each.name: dict(each.choices) for each in section.details if each.choices and each.name != "way"
    }
    return {name: str(words[details[name]]) for name, words in chosen.items() if details.get(name) in words}


def waiting(viewer: Viewer, import_id: int) -> Import:
    """One's own import, whatever has become of it. Absent otherwise."""
    found = Import.objects.filter(pk=import_id, persona=viewer.id).first()
    if found is None:
        raise Absent
    return found


def there_already(viewer: Viewer, persona: Persona) -> set[tuple[str, str, str]]:
    """What stands on the profile, to compare with: kind, title and organisation, as one would say them."""
    shown = profiles.sections(viewer, persona)
    return {same(_item(each.section, line)) for each in shown for line in each.lines}


def same(each: Item) -> tuple[str, str, str]:
    """What makes two entries the same to a reader."""
    name = each.title or each.text or each.address
    return each.kind, name.casefold().strip(), each.organisation.casefold().strip()
