"""How one wants to be told: of what, of whom, in which way, and when not."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.letters import next_letter
from twofold.reach.notifications.models import Choices, Rhythm, Screen, Sender, Way
from twofold.reach.notifications.quiet import Hours, quiet_until
from twofold.reach.notifications.topics import (
    MESSAGES,
    REST,
    first_ways,
    read_ways,
    topics_in,
    ways_of,
    write_ways,
)

MOST_SENDERS = 50
ALL_WAYS = sum(Way.values)
# What the form offers where nothing was kept: work is quiet after work, friends are at night.
FIRST_HOURS = {
    Network.PROFESSIONAL: ("18:00", "08:00", ("5", "6")),
    Network.SOCIAL: ("22:00", "07:00", ()),
}


@dataclass(frozen=True)
class Wishes:
    """The choices of one persona, to be asked again when something goes out that waited."""

    choices: Choices
    senders: Mapping[int, Sender]

    def ways(self, kind: str, actor_id: int) -> int:
        sender = self.senders.get(actor_id)
        return ways_of(kind, self.choices.ways, sender.ways if sender else None)


def choices_of(persona: Persona) -> Choices:
    """How `persona` wants to be told; what is not kept yet is what everybody begins with."""
    return Choices.objects.filter(persona=persona).first() or Choices(persona=persona)


def wishes_of(persona: Persona) -> Wishes:
    return wishes_with(choices_of(persona))


def wishes_with(choices: Choices) -> Wishes:
    """The same, where the choices are known."""
    senders = Sender.objects.filter(persona=choices.persona_id)
    return Wishes(choices, {each.sender_id: each for each in senders})


def ways_by_topic(choices: Choices, network: str) -> dict[str, int]:
    """The ways of each topic that there is in `network`."""
    kept = read_ways(choices.ways)
    return {topic: kept.get(topic, first_ways(topic)) for topic in topics_in(network)}


def hours_of(choices: Choices, zone: str) -> Hours:
    return Hours(choices.quiet_from, choices.quiet_to, choices.quiet_days, zone)


def quiet_now(persona: Persona) -> datetime | None:
    """When the quiet hours end that `persona` has now; None when there are none."""
    return quiet_until(hours_of(choices_of(persona), persona.time_zone), clock.now())


@transaction.atomic
def choose(
    persona: Persona, *, ways: Mapping[str, int], rhythm: str, hour: str, quiet: "Quiet", screen: str = ""
) -> Choices:
    """Keep how `persona` is told of each topic and how much of it, when nothing rings, and when a letter comes."""
    if screen not in Screen.values:
        raise Refused(_("Choose how much may be read on a screen that is locked."), field="screen")
    if rhythm not in Rhythm.values:
        raise Refused(_("Choose how often a letter should come."), field="rhythm")
    if not (hour.isascii() and hour.isdigit() and int(hour) < 24):
        raise Refused(_("Choose an hour of the day."), field="hour")
    mine = choices_of(persona)
    mine.ways = write_ways({topic: ways.get(topic, 0) for topic in topics_in(persona.network)})
    mine.quiet_from, mine.quiet_to, mine.quiet_days = quiet.checked()
    mine.screen = screen
    if rhythm and not mine.rhythm:
        mine.told_up_to = clock.position_of(clock.now())
    mine.rhythm, mine.hour = rhythm, int(hour)
    mine.due_at = next_letter(rhythm, mine.hour, persona.time_zone, clock.now())
    return _kept(mine)


def _kept(mine: Choices) -> Choices:
    mine.key = mine.key or secrets.token_hex(16)
    mine.save()
    return mine


@dataclass(frozen=True)
class Quiet:
    """Quiet hours as they were typed: "18:00", "08:00", and the days that are quiet as a whole."""

    on: bool = False
    begin: str = ""
    end: str = ""
    days: Iterable[str] = ()

    def checked(self) -> tuple[int | None, int | None, str]:
        """Minutes of the day and the days, as they are kept."""
        if not self.on:
            return None, None, ""
        days = "".join(sorted({day for day in self.days if day in "0123456" and len(day) == 1}))
        if len(days) == 7:
            raise Refused(_("One day of the week must stay; or switch ways off above."), field="quiet")
        begin, end = _minutes(self.begin), _minutes(self.end)
        if begin is None or end is None:
            raise Refused(_("Write from when to when it is quiet, as in 18:00."), field="quiet")
        if begin == end:
            raise Refused(_("Quiet hours begin at one time and end at another."), field="quiet")
        return begin, end, days


def _minutes(text: str) -> int | None:
    hours, colon, minutes = text.partition(":")
    if not (
        colon and hours.isascii() and hours.isdigit() and minutes[:2].isascii() and minutes[:2].isdigit()
    ):
        return None
    found = int(hours[:3]) * 60 + int(minutes[:2])
    return found if int(hours[:3]) < 24 and int(minutes[:2]) < 60 else None


def quiet_of(choices: Choices, network: str) -> Quiet:
    """What stands in the form: what is kept, or what is offered to begin with."""
    if choices.quiet_from is None or choices.quiet_to is None:
        begin, end, days = FIRST_HOURS[Network(network)]
        return Quiet(False, begin, end, days)
    return Quiet(True, _clock(choices.quiet_from), _clock(choices.quiet_to), tuple(choices.quiet_days))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def senders_of(viewer: Viewer, choices: Choices) -> list[Sender]:
    """Whom `viewer` made choices for, by name, as far as they still come across them."""
    rows = list(Sender.objects.filter(persona=choices.persona_id))
    seen = by_ids(viewer, [each.sender_id for each in rows])
    for each in rows:
        if each.sender_id in seen:
            each.sender = seen[each.sender_id]
    return sorted((each for each in rows if each.sender_id in seen), key=lambda each: each.sender.name)


@transaction.atomic
def choose_sender(persona: Persona, *, sender: Persona, ways: int, loud: bool) -> None:
    """Be told of what `sender` does in these ways, whatever the topic."""
    if sender.pk == persona.pk or sender.network != persona.network:
        raise Absent
    others = Sender.objects.filter(persona=persona).exclude(sender=sender)
    if others.count() >= MOST_SENDERS:
        raise Refused(_("More than %(most)d are too many. Take somebody out first.") % {"most": MOST_SENDERS})
    wished = {"ways": ways & ALL_WAYS, "loud": loud}
    Sender.objects.update_or_create(persona=persona, sender=sender, defaults=wished)
    _kept(choices_of(persona))


def forget_sender(persona: Persona, *, sender_id: int) -> None:
    """Be told of this one as of everybody again."""
    Sender.objects.filter(persona=persona, sender=sender_id).delete()


def locked(topic: str) -> int:
    """The ways of a topic that nobody can switch off."""
    return Way.PAGE if topic in (REST, MESSAGES) else 0
