"""Events, where they are, who comes, and calendars: fetched as every viewer, held to the oracle."""

import pytest
from django.test import Client

from tests.wall.cast import STRANGER
from tests.wall.cast_events import Season, Staged, plan_season
from tests.wall.oracle import may_see
from tests.wall.score import EVERYTHING, Score, seats
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db
# What is looked at by everybody even in the small matrix of the suite; `make wall` looks at all.
TELLING = ("", "author", "excepted", "declined", "comer", "member", "elsewhere", "blocked")
DESKS = ("edit", "cancel", "delete", "invite/", "hosts/")


def _unfolded(client: Client, path: str) -> str:
    """All of an answer; the lines of a calendar put together again."""
    answer = client.get(path, follow=True)
    return str(answer.headers) + answer.content.decode(errors="replace").replace("\r\n ", "")


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


@pytest.mark.parametrize("network", Network)
def test_events_and_what_belongs_to_them_agree_with_the_oracle(network, record_property):
    season, score = plan_season(network, everything=EVERYTHING), Score()
    for staged in season.events:
        for name, client in seats(season.stage):
            _look(season, staged, name, client, score)
    for name, client in seats(season.stage):
        _lists(season, name, client, score)
        _company(season, name, client, score)
        _being_there(season, name, client, score)
        _calendars(season, name, client, score)
        _link(season, name, client, score)
    _absence(season)
    record_property(f"cells events {network}", score.cells)
    assert score.cells > (1_200 if EVERYTHING else 700)
    assert not score.wrong, "\n".join(score.wrong[:60])


def _look(season: Season, staged: Staged, name: str, client: Client, score: Score) -> None:
    record, at = season.stage.record, f"{staged.name} as {name or 'a stranger'}"
    allowed, where = may_see(record, name, staged.thing), may_see(record, name, staged.where)
    home = f"/{season.stage.network}/events/{staged.key}/"
    paths = [("", True), ("event.ics", True)]
    if EVERYTHING or staged.name in ("guests", "circle"):
        paths.append(("guests/", False))
    for path, must in paths:
        text = _unfolded(client, home + path)
        score.mark(f"{path} of {at}", seen=_any(staged.words, text), allowed=allowed, must=must)
        seen = _any(staged.where_words, text)
        score.mark(f"where in {path} of {at}", seen=seen, allowed=where, must=must)
    if EVERYTHING or staged.name in ("guests", "deleted"):
        text = _unfolded(client, home + "agenda/")
        score.mark(f"agenda of {at}", seen=_any(staged.agenda_words, text), allowed=allowed)
    if staged.event.picture_id:
        path = f"/media/{encode(staged.event.picture_id)}/large.webp"
        score.mark(f"picture of {at}", seen=client.get(path).status_code != 404, allowed=allowed)
    if staged.name == "guests" and (EVERYTHING or name in TELLING):
        hosts = name in ("author", "excepted")
        for page in DESKS:
            text = _unfolded(client, home + page)
            score.mark(
                f"{page} of {at}",
                seen=_any(staged.words[1:], text),
                allowed=hosts,
                must=page == "edit" and hosts,
            )
            score.mark(
                f"where in {page} of {at}", seen=_any(staged.where_words, text), allowed=where, must=False
            )


def _lists(season: Season, name: str, client: Client, score: Score) -> None:
    for path in ("", "?tab=find", "?tab=ties", "?tab=past")[: 4 if EVERYTHING else 2]:
        text = _unfolded(client, f"/{season.stage.network}/events/{path}")
        for staged in season.events:
            at = f"{path}: {staged.name} as {name or 'a stranger'}"
            allowed = may_see(season.stage.record, name, staged.thing)
            # Who is asked to host it reads what it is called.
            allowed = allowed or (path, staged.name, name) == ("", "guests", "declined")
            mine = path == "" and name == "author" and allowed
            found = path == "?tab=find" and season.stage.record.home.get(name) == season.stage.network
            score.mark(at, seen=staged.words[0] in text, allowed=allowed, must=mine or found)
            score.mark(f"where in {at}", seen=_any(staged.where_words, text), allowed=False, must=False)


def _calendars(season: Season, name: str, client: Client, score: Score) -> None:
    """One's own calendar, on its page and as a calendar program reads it: what one has to do with, and no more."""
    stage, record = season.stage, season.stage.record
    if record.home.get(name) != stage.network:
        return
    secret = actions.make_feed(stage.people[name], name="phone")
    day = f"{season.events[0].event.begins_at:%Y-%m-%d}"
    here = f"/{stage.network}/events"
    beside = f"/{stage.network}/beside/"
    for path in (f"{here}/feed/{secret}.ics", f"{here}/calendar/?view=agenda&at={day}", beside):
        text = _unfolded(stage.clients[STRANGER] if "feed" in path else client, path)
        for staged in season.events:
            at = f"{path[-20:]}: {staged.name} as {name}"
            allowed, where = may_see(record, name, staged.thing), may_see(record, name, staged.where)
            invited = staged.name == "guests" and name in ("comer", "passer", "commenter", "muted", "former")
            must = allowed and (name == "author" or invited) and path != beside
            score.mark(at, seen=_any(staged.words, text), allowed=allowed, must=must)
            places = where and "feed" in path
            score.mark(f"where in {at}", seen=_any(staged.where_words, text), allowed=where, must=places)


def _company(season: Season, name: str, client: Client, score: Score) -> None:
    """Who comes to the one whose guests are for its guests: for them, and not where two keep apart."""
    staged, record = season.named("guests"), season.stage.record
    allowed = may_see(record, name, staged.where) and not record.at_odds(name, "comer")
    home = f"/{season.stage.network}/events/{staged.key}/"
    for path in ("guests/", ""):
        seen = season.guest in _unfolded(client, home + path)
        must = path == "guests/" and name != "comer"
        if name != "comer":
            score.mark(f"guests in {path or 'the page'} as {name}", seen=seen, allowed=allowed, must=must)


def _being_there(season: Season, name: str, client: Client, score: Score) -> None:
    """What belongs to those who are there: the door, tickets, whom they could meet, notes and pictures afterwards."""
    staged, record = season.named("guests"), season.stage.record
    home, at = f"/{season.stage.network}/events/{staged.key}/", f"as {name or 'a stranger'}"
    sees, seated = may_see(record, name, staged.thing), may_see(record, name, staged.where)
    parted = record.at_odds(name, "comer")
    after = _unfolded(client, home + "afterwards/")
    score.mark(f"notes {at}", seen=season.notes in after, allowed=sees, must=True)
    pictured = seated and not parted
    score.mark(f"picture afterwards {at}", seen=season.shot in after, allowed=pictured, must=pictured)
    path = f"/media/{encode(season.shot_id)}/small.webp"
    got = client.get(path).status_code == 200
    score.mark(f"its bytes {at}", seen=got, allowed=pictured, must=pictured)
    hosts = name in ("author", "excepted")
    door = _unfolded(client, home + "door/")
    score.mark(f"door {at}", seen=season.guest in door, allowed=hosts or name == "comer", must=hosts)
    ticket = client.get(home + "ticket").status_code == 200
    score.mark(f"ticket {at}", seen=ticket, allowed=name in ("comer", "passer"))
    found = season.guest in _unfolded(client, home + "meet/")
    meets = name == "passer" and season.stage.network == "professional"
    score.mark(f"who is there {at}", seen=found, allowed=meets or name == "comer", must=meets)
    listed = season.visitor in _unfolded(client, home + "guests/?tab=maybe")
    score.mark(f"a guest without an account {at}", seen=listed, allowed=seated, must=False)
    visit = _unfolded(client, f"/{season.stage.network}/events/guest/{season.visit}/")
    score.mark(f"their own page {at}", seen=season.visitor in visit, allowed=True)
    score.mark(f"where on it {at}", seen=_any(staged.where_words, visit), allowed=False, must=False)


def _link(season: Season, name: str, client: Client, score: Score) -> None:
    """A link shows what it is to whoever has it and may come across the host; never where it is."""
    staged, record = season.named("me"), season.stage.record
    text = _unfolded(client, f"/{season.stage.network}/events/by/{season.secret}/")
    allowed = not record.at_odds(name, "author")
    score.mark(f"link as {name or 'a stranger'}", seen=staged.words[0] in text, allowed=allowed)
    hidden = (*staged.words[1:], *staged.where_words)
    score.mark(f"more by the link as {name or 'a stranger'}", seen=_any(hidden, text), allowed=False)


def _absence(season: Season) -> None:
    """What is hidden answers as what is absent."""
    hidden, network = season.named("me"), season.stage.network
    for name in (STRANGER, "member", "blocked"):
        client = season.stage.clients[name]
        for path in ("%s/", "%s/event.ics", "%s/guests/"):
            one = client.get(f"/{network}/events/{path % hidden.key}")
            other = client.get(f"/{network}/events/{path % encode(12345)}")
            assert (one.status_code, one.content) == (other.status_code, other.content)
            assert one.headers == other.headers
