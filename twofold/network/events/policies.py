"""May somebody do this with an event? Nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.events.models import (
    KINDS,
    MAX_DESCRIPTION,
    MAX_PLACE,
    MAX_TITLE,
    Answer,
    Event,
    Feed,
    Guest,
    Host,
    Link,
    Occurrence,
    Session,
    Shown,
)
from twofold.network.events.plans import Plan
from twofold.network.events.recurring import wall
from twofold.people.personas.models import Network, Persona

MAX_EVENTS = 2_000
MAX_SEATS = 100_000
MAX_PLUS = 20
MAX_QUESTIONS = 5
MAX_HOSTS = 20
MAX_LINKS = 5
MAX_FEEDS = 6
MAX_TALKS = 400
MAX_FILE = 5 * 1024 * 1024
LINK_LETS_IN = 200
ASKED_AT_ONCE = 200
ASKED_A_DAY = 500
LONGEST = timedelta(days=100)
FIRST, LAST = datetime(1970, 1, 2), datetime(2200, 1, 1)


def check_plan(author: Persona, plan: Plan) -> None:
    if plan.kind not in KINDS[Network(author.network)]:
        raise Refused(_("Choose what kind of event it is."), field="kind")
    for value, limit, field in (
        (plan.title, MAX_TITLE, "title"),
        (plan.description, MAX_DESCRIPTION, "description"),
        (plan.place, MAX_PLACE, "place"),
        (plan.area, 80, "area"),
        *((each, 200, "questions") for each in plan.questions),
    ):
        if len(value) > limit:
            raise Refused(_("At most %(limit)d characters fit here.") % {"limit": limit}, field=field)
    if not plan.title:
        raise Refused(_("Give the event a name."), field="title")
    if plan.shown not in Shown.values:
        raise Refused(_("Choose who sees the guests."), field="shown")
    check_times(plan)
    check_link(plan.link)
    check_room(plan)


def check_times(plan: Plan) -> None:
    if plan.zone not in clock.zones():
        raise Refused(_("Choose a time zone of the list."), field="zone")
    if not (FIRST < plan.begins < LAST and FIRST < plan.ends < LAST):
        raise Refused(_("Give a day that is not so far away."), field="begins")
    if plan.ends <= plan.begins:
        raise Refused(_("It ends before it begins. Put the end after the beginning."), field="ends")
    if plan.ends - plan.begins > LONGEST:
        raise Refused(_("An event lasts at most 100 days. Let it come back instead."), field="ends")


def check_link(link: str) -> None:
    if not link:
        return
    try:
        parts = urlsplit(link)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or len(link) > 500 or any(letter.isspace() for letter in link):
        raise Refused(_("Write a whole address that begins with https:// or http://."), field="link")


def check_room(plan: Plan) -> None:
    if plan.capacity is not None and not 1 <= plan.capacity <= MAX_SEATS:
        raise Refused(_("Give a number of seats from 1 to %(most)d.") % {"most": MAX_SEATS}, field="capacity")
    if not 0 <= plan.plus <= MAX_PLUS:
        raise Refused(_("Guests can bring at most %(most)d others.") % {"most": MAX_PLUS}, field="plus")
    if len(plan.questions) > MAX_QUESTIONS:
        raise Refused(
            _("At most %(most)d questions: guests came for the event.") % {"most": MAX_QUESTIONS},
            field="questions",
        )


def check_new(author: Persona) -> None:
    if author.is_page:
        raise Refused(_("Events are made by people."))
    if Event.objects.filter(author=author, live=True).count() >= MAX_EVENTS:
        raise Refused(_("You can have at most %(most)d events.") % {"most": MAX_EVENTS}, field="title")


def is_host(persona_id: int, event: Event) -> bool:
    """Its author and those who agreed to host it with them."""
    if event.author_id == persona_id:
        return True
    return Host.objects.filter(event=event, persona=persona_id, accepted=True).exists()


def check_host(actor: Persona, event: Event) -> None:
    if not is_host(actor.pk, event):
        raise Refused(_("Only those who host this event can do that."), forbidden=True)


def check_author(actor: Persona, event: Event) -> None:
    if event.author_id != actor.pk:
        raise Refused(_("Only the one who made this event can do that."), forbidden=True)


def is_over(event: Event) -> bool:
    return not Occurrence.objects.filter(event=event, off=False, ends_at__gt=clock.now()).exists()


def check_open(event: Event) -> None:
    if event.cancelled_at:
        raise Refused(_("This event does not take place."))
    if is_over(event):
        raise Refused(_("This event is over."))


def check_answer(actor: Persona, event: Event, answer: str, plus: int) -> None:
    check_open(event)
    if answer not in Answer.values:
        raise Refused(_("Say whether you come: Going, Maybe or Can’t."), field="answer")
    if is_host(actor.pk, event):
        raise Refused(_("You host this event: you are there anyway."))
    check_plus(event, plus)


def check_plus(event: Event, plus: int) -> None:
    if not 0 <= plus <= event.plus:
        words = _("You can bring at most %(most)d others.") % {"most": event.plus}
        raise Refused(words if event.plus else _("Nobody else can come along."), field="plus")


def check_ask(actor: Persona, event: Event, number: int) -> None:
    check_host(actor, event)
    check_open(event)
    if number > ASKED_AT_ONCE:
        raise Refused(_("Ask at most %(most)d people at once.") % {"most": ASKED_AT_ONCE}, field="name")
    since = clock.now() - timedelta(days=1)
    if Guest.objects.filter(asked_by=actor, asked_at__gt=since).count() + number > ASKED_A_DAY:
        raise Refused(_("That is enough for one day. Ask the others tomorrow, or by a link."), field="name")


def check_new_link(actor: Persona, event: Event) -> None:
    check_host(actor, event)
    check_open(event)
    if Link.objects.filter(event=event).count() >= MAX_LINKS:
        raise Refused(_("At most %(most)d links at a time. Take one back first.") % {"most": MAX_LINKS})


def check_new_host(actor: Persona, event: Event, persona: Persona) -> None:
    check_author(actor, event)
    if persona.pk == actor.pk:
        raise Refused(_("That is you."), field="name")
    if persona.is_page or persona.network != actor.network:
        raise Refused(_("Only people of this network can host with you."), field="name")
    if Host.objects.filter(event=event, declined=False).count() >= MAX_HOSTS:
        raise Refused(_("At most %(most)d people can host together.") % {"most": MAX_HOSTS}, field="name")


def check_new_feed(actor: Persona) -> None:
    if Feed.objects.filter(persona=actor).count() >= MAX_FEEDS:
        raise Refused(_("At most %(most)d addresses at a time. Take one back first.") % {"most": MAX_FEEDS})


def check_calendar(size: int) -> None:
    if size > MAX_FILE:
        raise Refused(
            _("A calendar file may have %(most)d MB. Export a shorter time of your calendar.")
            % {"most": MAX_FILE // 1024**2},
            field="file",
        )


def check_talk(event: Event, title: str, begins: datetime, ends: datetime, speakers: Sequence[str]) -> None:
    if not title:
        raise Refused(_("Give the session a name."), field="title")
    if ends <= begins:
        raise Refused(_("It ends before it begins. Put the end after the beginning."), field="ends")
    first, last = wall(event.begins_at, event.zone), wall(event.ends_at, event.zone)
    if begins.date() < first.date() or ends > max(last, last.replace(hour=23, minute=59)):
        raise Refused(_("It lies outside of the event. Change the event first."), field="begins")
    if len(speakers) > 20:
        raise Refused(_("At most %(most)d people speak in a session.") % {"most": 20}, field="speakers")


def check_more_talks(event: Event, number: int) -> None:
    if Session.objects.filter(event=event).count() + number > MAX_TALKS:
        raise Refused(_("An agenda has room for %(most)d sessions.") % {"most": MAX_TALKS}, field="title")


def hosts_by_handle(event: Event) -> dict[str, Persona]:
    """Those who host it: they agreed to be named."""
    hosting = Host.objects.filter(event=event, accepted=True).select_related("persona")
    return {each.handle.casefold(): each for each in (event.author, *(row.persona for row in hosting))}
