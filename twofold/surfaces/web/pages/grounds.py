"""What two people share at work, in words: from their profiles and from events, as far as both may see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from twofold.network.events.queries import been_to
from twofold.network.profiles.queries import Ground, entry_of, shared_grounds
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

EVENT = "event"


@dataclass(frozen=True)
class SharedGround:
    """A ground of an endorsement, and for whom its owner and its endorser show what it is taken from."""

    kind: str
    key: str
    words: str
    audience_id: int
    stated_to_id: int


def grounds_between(owner: Persona, endorser: Persona) -> list[SharedGround]:
    """The grounds on which `endorser` can endorse a skill of `owner`: each of the two sees them on the other's profile.

    A few queries for each ground.
    """
    seen = {ground.key for ground in shared_grounds(Viewer.of(owner), endorser)}
    found = [ground for ground in shared_grounds(Viewer.of(endorser), owner) if ground.key in seen]
    shared = [
        SharedGround(ground.kind, ground.key, _said(ground), *_audiences(ground, owner, endorser))
        for ground in found
    ]
    return [*shared, *_met(owner, endorser)]


def _met(owner: Persona, endorser: Persona) -> list[SharedGround]:
    """Events at which both were: each finds the other there. For whoever sees the event, and who came to it."""
    seen = {each.event_id for each in been_to(Viewer.of(owner), endorser)}
    both = [each for each in been_to(Viewer.of(endorser), owner) if each.event_id in seen]
    return [
        SharedGround(
            EVENT,
            str(each.event_id),
            _("were both at: %(what)s") % {"what": f"{each.event.title}, {each.begins_at.year}"},
            each.event.guest_list.audience_id,
            each.event.audience_id,
        )
        for each in both
    ]


def by_name(grounds: list[SharedGround]) -> Mapping[tuple[str, str], SharedGround]:
    return {(ground.kind, ground.key): ground for ground in grounds}


def _said(ground: Ground) -> str:
    return _WORDS[ground.kind]() % {"what": ground.words}


_WORDS = {
    "experience": lambda: _("worked together at %(what)s"),
    "education": lambda: _("studied together at %(what)s"),
    "project": lambda: _("built together: %(what)s"),
    "volunteering": lambda: _("volunteered together at %(what)s"),
    "course": lambda: _("took the same course: %(what)s"),
}


def _audiences(ground: Ground, owner: Persona, endorser: Persona) -> tuple[int, int]:
    """The audiences of the two entries that a ground is taken from: the owner's, and the endorser's."""
    entries = [entry_of(Viewer.of(endorser), number).entry for number in map(int, ground.key.split(":"))]
    shown_to = {entry.author_id: entry.audience_id for entry in entries}
    return shown_to[owner.pk], shown_to[endorser.pk]
