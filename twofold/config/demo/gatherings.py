"""The events of the town: who asks whom to what, and what they answer."""

from datetime import datetime, time, timedelta
from typing import Any

from twofold.config.demo.albums import piece_of
from twofold.config.demo.casting import Cast
from twofold.config.demo.gallery import Gallery
from twofold.config.demo.pictures import photos
from twofold.config.demo.reading import read
from twofold.foundation.kit import clock
from twofold.network.cards import actions as cards
from twofold.network.events import actions as events
from twofold.network.events.actions.seating import GOING, count
from twofold.network.events.models import Event, Guest
from twofold.network.events.plans import Plan
from twofold.network.events.recurring import wall
from twofold.network.media.actions import keep
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import grant
from twofold.people.audiences.specs import parse
from twofold.people.personas.models import Network, Persona

ZONE = "Europe/Amsterdam"
_PLAIN = ("kind", "title", "area", "place", "link", "rule", "capacity", "plus", "potluck", "shown")


def meet(cast: Cast, gallery: Gallery, now: datetime) -> int:
    """Make all of them; how many. Call it in a transaction."""
    told = read("events.toml")["events"]
    for each in told:
        _make(cast, gallery, each, now)
    for agenda in read("events.toml")["agendas"]:
        _put_together(Event.objects.select_related("author").get(title=agenda["event"]), agenda["talks"])
    return len(told)


def hand_out(cast: Cast, now: datetime) -> int:
    """The business cards of the town, and who took whose; how many cards."""
    told = read("cards.toml")["cards"]
    people = {each["of"]: cast.of(Network.PROFESSIONAL, each["of"]) for each in told}
    made = {
        each["of"]: cards.keep_card(
            people[each["of"]], **{k: v for k, v in each.items() if k not in ("of", "taken")}
        )
        for each in told
    }
    for each in told:
        for handle, where in each.get("taken", {}).items():
            day = (now - timedelta(days=3 + len(where))).date()
            cards.exchange(people[handle], key=made[each["of"]].key, met_on=day, met_where=where)
    return len(told)


def _put_together(event: Event, lines: list[str]) -> None:
    day = wall(event.begins_at, ZONE).date()
    for line in lines:
        when, title, track, room, speakers, words = (each.strip() for each in line.split(">"))
        days, begin, end = when.split()
        begins, ends = (
            datetime.combine(day + timedelta(days=int(days)), time.fromisoformat(each))
            for each in (begin, end)
        )
        names = tuple(speakers.split(","))
        talk = events.Talk(title, begins, ends, words, track, room, speakers=names)
        events.keep_session(event.author, event=event, talk=talk)


def _make(cast: Cast, gallery: Gallery, words: dict[str, Any], now: datetime) -> None:
    def people(name: str) -> list[Persona]:
        return [cast.of(words["network"], handle) for handle in words.get(name, "").split()]

    author, plan = cast.of(words["network"], words["by"]), _plan(words, now)
    event = events.make_event(
        author,
        plan=plan,
        spec=parse([words["audience"]]),
        picture=_picture(author, gallery, words.get("picture", "")),
        at=now - timedelta(days=4 + len(plan.title)),
    )
    for each in people("hosts"):
        events.ask_host(author, event=event, persona=each)
        events.accept_host(each, event_id=event.pk)
    if asked := people("asked"):
        events.ask(author, event=event, personas=asked)
    for answer in ("going", "maybe"):
        for each in people(answer):
            _answer(event, each, answer, words.get("brings", {}).get(each.handle, ""))
    count(event)
    for handle, said in words.get("found", {}).items():
        talks, looks = (each.strip() for each in said.split("|"))
        events.be_found(
            cast.of(words["network"], handle), event=event, findable=True, talks=talks, looks=looks
        )
    if "notes" in words:
        events.write_afterwards(author, event=event, text=words["notes"])
    for line in words.get("album", []):
        who, piece = line.split(" > ")
        if picture := _picture(cast.of(words["network"], who), gallery, piece):
            events.add_pictures(picture.author, event=event, pictures=[picture])


def _answer(event: Event, persona: Persona, answer: str, brings: str) -> None:
    if event.ends_at < clock.now():
        Guest.objects.create(event=event, persona=persona, answer=answer, seated=answer == "going")
        if answer == "going":
            grant(event.author, GOING, str(event.pk), persona)
        return
    events.answer(persona, event=event, answer=answer, brings=brings)


def _plan(words: dict[str, Any], now: datetime) -> Plan:
    first, begin, last, end = words["at"]
    day = wall(now, ZONE).date()

    def at(days: int, hour: str) -> datetime:
        return datetime.combine(day + timedelta(days=days), time.fromisoformat(hour or "00:00"))

    return Plan(
        begins=at(first, begin),
        ends=at(last if end else last + 1, end),
        all_day=not end,
        zone=ZONE,
        description=words["description"].strip(),
        questions=tuple(words.get("questions", ())),
        **{name: words[name] for name in _PLAIN if name in words},
    )


def _picture(author: Persona, gallery: Gallery, name: str) -> Picture | None:
    ready = gallery.ready(name)
    return keep(author, ready=piece_of(ready, ""), alt=photos()[name].alt) if ready else None
