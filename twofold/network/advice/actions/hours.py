"""Office hours as they are offered, taken, given back and called off."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.advice import policies, queries
from twofold.network.advice.facts import HourFreed, HourOff, HourSoon, HourTaken
from twofold.network.advice.models import Hour
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_SOON = timedelta(hours=1)


@transaction.atomic
def offer_hours(
    actor: Persona,
    *,
    field: str,
    about: str,
    begins: Sequence[datetime],
    minutes: int,
    place: str,
    reach: str = "members",
) -> list[Hour]:
    """Offer several times to talk, each to be taken by one."""
    policies.check_here(actor)
    about, place, times = clean_line(about), clean_line(place), sorted(set(begins))
    policies.check_choices(field, reach)
    policies.check_hours(actor, about, place, minutes, times)
    audience = compose(actor, policies.audience_of(reach))
    hours = [
        Hour(
            author=actor,
            audience=audience,
            field=field,
            about=about,
            begins=each,
            minutes=minutes,
            place=place,
            reach=reach,
        )
        for each in times
    ]
    return Hour.objects.bulk_create(hours)


@transaction.atomic
def take_hour(actor: Persona, *, hour_id: int, wish: str) -> Hour:
    """Take a time that nobody has taken. Again is another wish."""
    policies.check_here(actor)
    hour = Hour.objects.select_for_update(of=("self",)).select_related("author").filter(pk=hour_id).first()
    if hour is None or not can_see(Viewer.of(actor), hour):
        raise Absent
    wish = clean_block(wish)
    policies.check_taking(actor, hour, wish)
    again = hour.guest_id == actor.pk
    hour.guest, hour.wish, hour.taken_at = actor, wish, clock.now()
    hour.save(update_fields=["guest", "wish", "taken_at"])
    if not again:
        announce(HourTaken(hour.pk, hour.author_id, actor.pk))
    return hour


@transaction.atomic
def give_back(actor: Persona, *, hour_id: int) -> Hour:
    """The guest does not come after all."""
    hour = queries.booked(Viewer.of(actor), hour_id)
    if hour.guest_id != actor.pk:
        raise Absent
    _free(hour)
    announce(HourFreed(hour.pk, hour.author_id, actor.pk))
    return hour


@transaction.atomic
def call_off(actor: Persona, *, hour_id: int) -> None:
    """The host takes a time away. Whoever had taken it is told."""
    hour = Hour.objects.filter(pk=hour_id, author=actor).first()
    if hour is None:
        raise Absent
    if hour.guest_id and hour.begins > clock.now():
        announce(HourOff(hour.pk, actor.pk, hour.guest_id))
    hour.delete()


@transaction.atomic
def remind_of_hours() -> int:
    """Remind both of what begins within an hour; of how many."""
    now = clock.now()
    due = Hour.objects.filter(begins__gt=now, begins__lte=now + _SOON, reminded=False, guest__isnull=False)
    found = list(due[:500])
    Hour.objects.filter(pk__in=[each.pk for each in found]).update(reminded=True)
    for each in found:
        announce(HourSoon(each.pk, each.author_id, each.guest_id or 0))
    return len(found)


def _free(hour: Hour) -> None:
    hour.guest, hour.wish, hour.taken_at, hour.reminded = None, "", None, False
    hour.save(update_fields=["guest", "wish", "taken_at", "reminded"])
