"""What is offered while somebody types into the field of the bar: where it leads, at once."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.network.groups.models import Group
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.search import queries
from twofold.reach.search.asking import Asked

MOST, _FEW = 8, 2


def offers(viewer: Viewer, asked: Asked) -> list[dict[str, str]]:
    """The first of each kind that a search would find, people before all; a fixed number of queries."""
    if asked.is_blank or len(asked.plain) < 2:
        return []
    return list(_offers(viewer, asked))[:MOST]


def _offers(viewer: Viewer, asked: Asked) -> Iterator[dict[str, str]]:
    people = [each for each, _near in queries.people(viewer, asked)]
    rest: list[dict[str, Any]] = [_persona(each) for each, _near in queries.pages(viewer, asked)[:_FEW]]
    rest += [_group(each) for each in queries.groups(viewer, asked)[:_FEW]]
    for tag in queries.tags(viewer, asked)[:_FEW]:
        at = reverse("posts:tag", args=[viewer.network, tag.name])
        rest.append({"value": f"#{tag.written}", "note": _("Hashtag"), "href": at})
    yield from (_persona(each) for each in people[: MOST - len(rest)])
    yield from rest


def _persona(persona: Persona) -> dict[str, str]:
    picture = f"/media/p/{persona.picture}-small.webp" if persona.picture else ""
    note = persona.line or f"@{persona.handle}"
    return {
        "value": persona.name,
        "note": note,
        "picture": picture,
        "href": f"/{persona.network}/@{persona.handle}/",
    }


def _group(group: Group) -> dict[str, str]:
    return {
        "value": group.name,
        "note": _("Group"),
        "href": reverse("groups:group", args=[group.network, group.pk]),
    }
