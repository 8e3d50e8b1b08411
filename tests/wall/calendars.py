"""What stands in somebody's calendar: on its page, and as a calendar program reads it at an address that they made."""

from django.test import Client

from tests.world import client_of
from twofold.network.events import actions
from twofold.people.personas.models import Persona


def calendars_of(who: Persona | None, day: str, network: str = "professional") -> str:
    """The page that begins with this day, and the feed with its lines put together again. Nobody has but the page."""
    page = client_of(who).get(f"/{network}/events/calendar/?view=agenda&at={day}", follow=True)
    text = page.content.decode()
    if who is None or who.network != network:
        return text
    secret = actions.make_feed(who, name="phone")
    feed = Client().get(f"/{network}/events/feed/{secret}.ics").content.decode()
    assert feed.startswith("BEGIN:VCALENDAR")
    return text + feed.replace("\r\n ", "")
