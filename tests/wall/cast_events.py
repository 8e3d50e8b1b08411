"""What the author of the matrix invites to, with whom they share it, who comes, who waits and who hosts with them."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tests.wall.cast import Stage, canary, fall_out, people_of, picture_file
from tests.wall.oracle import Thing, Who
from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions as events
from twofold.network.events.models import KINDS, Event, Shown
from twofold.network.events.plans import Plan
from twofold.network.media.actions import take_in
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

SHARED = ("everyone", "members_but", "circle", "me")
ALL = (*SHARED, "members", "ties", "far", "named", "ties_but_kind")


@dataclass
class Staged:
    """An event of the matrix: its words, those of where it is, and for whom either is."""

    name: str
    thing: Thing
    event: Event
    words: tuple[str, ...]
    where: Thing
    where_words: tuple[str, ...]
    agenda_words: tuple[str, ...]

    @property
    def key(self) -> str:
        return encode(self.event.pk)


@dataclass
class Season:
    """The stage with its events; `guest` is the name of somebody who comes to the one called "guests"."""

    stage: Stage
    events: list[Staged] = field(default_factory=list)
    guest: str = ""
    secret: str = ""
    # What stands there afterwards: notes, what is on a picture of its guest, and that picture.
    notes: str = ""
    shot: str = ""
    shot_id: int = 0
    # A guest without an account, and where they change their answer.
    visitor: str = ""
    visit: str = ""

    def named(self, name: str) -> Staged:
        return next(each for each in self.events if each.name == name)


def plan(network: Network, **more) -> Plan:
    begins = datetime(clock.now().year + 1, 3, 20, 19)
    fields = {"title": canary(), "description": canary(), "place": canary(), **more}
    fields["link"] = f"https://{canary()}.example/"
    kind = KINDS[network][0].value
    return Plan(kind=kind, begins=begins, ends=begins + timedelta(hours=2), zone="Europe/Amsterdam", **fields)


def plan_season(network: Network, *, everything: bool = False) -> Season:
    """Everything in its place, up to the moment in which everybody looks."""
    stage, audiences = people_of(network)
    season = Season(stage)
    for name in ALL if everything else SHARED:
        _event(season, name, *audiences[name])
    _company(season, audiences)
    drain()
    narrowed = _event(season, "narrowed", *audiences["everyone"])
    deleted = _event(season, "deleted", *audiences["everyone"])
    author = stage.people["author"]
    spec, narrowed.thing.who = audiences["circle"]
    words = plan(network, title=narrowed.words[0], description=narrowed.words[1])
    words = replace(words, place=narrowed.where_words[0], link=f"https://{narrowed.where_words[1]}.example/")
    events.change_event(author, event=narrowed.event, plan=words, spec=spec, picture=narrowed.event.picture)
    events.delete_event(author, event=deleted.event)
    deleted.thing.gone = deleted.where.gone = True
    season.secret = events.make_link(author, event=season.named("me").event)
    fall_out(stage)
    graph.block(stage.people["comer"], persona=stage.people["muting"])
    stage.record.blocks.add(("comer", "muting"))
    drain()
    return season


def _event(season: Season, name: str, spec: AudienceSpec, who: Who, **more) -> Staged:
    author = season.stage.people["author"]
    made = plan(season.stage.network, **more)
    alt = canary()
    picture = take_in(author, upload=picture_file(), alt=alt) if name in ("everyone", "circle") else None
    event = events.make_event(author, plan=made, spec=spec, picture=picture)
    link = made.link.removeprefix("https://").removesuffix(".example/")
    talk = events.Talk(canary(), made.begins, made.ends, words=canary())
    events.keep_session(author, event=event, talk=talk)
    words = (made.title, made.description, *([alt] if picture else []))
    where = Thing("author", Who("listed"))
    staged = Staged(
        name, Thing("author", who), event, words, where, (made.place, link), (talk.title, talk.words)
    )
    season.events.append(staged)
    return staged


def _company(season: Season, audiences) -> None:
    """One for the circle alone, with guests of every sort: some were asked, some have a seat, one waits."""
    stage, author = season.stage, season.stage.people["author"]
    spec, who = audiences["circle"]
    staged = _event(season, "guests", spec, who, capacity=2, shown=Shown.GUESTS)
    comer = person(f"comer.{canary()[-6:]}", stage.network, name=canary())
    stage.people["comer"], stage.record.home["comer"], season.guest = comer, stage.network, comer.name
    befriend(author, comer)
    for pair in (("author", "comer"), ("comer", "author")):
        stage.record.kind[pair] = "friend"
    invited = ("comer", "passer", "commenter", "muted", "former")
    for name in ("comer", "passer", "commenter", "muted"):
        events.ask(author, event=staged.event, personas=[stage.people[name]])
    secret = events.make_link(author, event=staged.event)
    events.come_by(stage.people["former"], secret=secret)
    for name in ("comer", "passer", "commenter"):
        events.answer(stage.people[name], event=staged.event, answer="going")
    events.answer(stage.people["muted"], event=staged.event, answer="maybe")
    events.ask_host(author, event=staged.event, persona=stage.people["excepted"])
    events.accept_host(stage.people["excepted"], event_id=staged.event.pk)
    events.ask_host(author, event=staged.event, persona=stage.people["declined"])
    _being_there(season, staged, secret)
    staged.thing.who = replace(who, named=who.named | {*invited, "excepted"})
    staged.where.who = Who("listed", named=frozenset({"comer", "passer", "excepted"}))


def _being_there(season: Season, staged: Staged, secret: str) -> None:
    """One comes by the link alone; the guest adds a picture, the host notes; two agree to be found."""
    people, event = season.stage.people, staged.event
    season.notes, season.shot, season.visitor = canary(), canary(), canary()
    stranger = Viewer(0, "", season.stage.network)
    season.visit = events.come_as_visitor(stranger, secret=secret, name=season.visitor, answer="maybe")
    events.write_afterwards(people["author"], event=event, text=season.notes)
    picture = take_in(people["comer"], upload=picture_file(), alt=season.shot)
    season.shot_id = picture.pk
    events.add_pictures(people["comer"], event=event, pictures=[picture])
    if season.stage.network == Network.PROFESSIONAL:
        for name in ("comer", "passer"):
            events.be_found(people[name], event=event, findable=True, talks=canary())
