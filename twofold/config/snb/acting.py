"""One thing that happened in the data set, done by us: each through the action that a page would call."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from babel import Locale, UnknownLocaleError

from twofold.config.snb.statics import Organisation, Station
from twofold.config.snb.world import Forum, Member, World
from twofold.network.groups.actions import join, make_group, write
from twofold.network.groups.models import Door, Group, Membership, Openness
from twofold.network.posts.actions import comment, react
from twofold.network.posts.models import Post, ReactionKind
from twofold.network.profiles.actions import keep_entry
from twofold.network.profiles.models import EntryKind
from twofold.people.accounts.actions import add_presence, sign_up
from twofold.people.audiences.specs import MEMBERS
from twofold.people.graph.actions import befriend
from twofold.people.personas.actions import create_persona
from twofold.people.personas.models import Network, Persona


def add_person(
    world: World,
    number: int,
    *,
    first: str,
    last: str,
    mail: str,
    place: str,
    stations: Sequence[tuple[Station, Organisation]],
    languages: Iterable[str],
    facts: dict[str, str],
) -> None:
    """One login with both personas. Nobody can sign in with it: it has no password."""
    work = [each for each in stations if each[1].kind == "company"]
    employer = max(work, key=lambda each: each[0].year)[1].name if work else ""
    account = sign_up(mail, None)
    ids = {}
    for network, line in ((Network.SOCIAL, ""), (Network.PROFESSIONAL, employer)):
        persona = create_persona(
            network=network, name=f"{first} {last}", handle=f"snb{number}", place=place, line=line
        )
        add_presence(account, network=network, persona=persona)
        world.personas[persona.pk] = persona
        ids[str(network.value)] = persona.pk
    world.members[number] = Member(first, last, facts=facts, **ids)
    for station, organisation in stations:
        _add_station(world, world.professional(number), station, organisation)
    for code in languages:
        fields = {"title": language(code)}
        keep_entry(world.professional(number), kind=EntryKind.LANGUAGE, fields=fields, spec=MEMBERS)


def _add_station(world: World, persona: Persona, station: Station, organisation: Organisation) -> None:
    """Where they work since a year, or studied until one: of a study the data set knows no beginning."""
    since = date(station.year, 1, 1)
    fields = {"organisation_name": organisation.name, "began": since, "coarse": True}
    kind = EntryKind.EXPERIENCE
    if organisation.kind == "university":
        kind, fields["ended"] = EntryKind.EDUCATION, since
    else:
        fields |= {"title": "Staff", "current": True}
    page = _page(world, station.organisation, organisation)
    keep_entry(persona, kind=kind, fields=fields, organisation_id=page, spec=MEMBERS)


def _page(world: World, number: str, organisation: Organisation) -> int:
    """The page of an organisation, made when it is first spoken of."""
    if number not in world.organisations:
        page = create_persona(
            network=Network.PROFESSIONAL,
            kind=Persona.Kind.PAGE,
            name=organisation.name,
            handle=f"org{number}",
            place=organisation.place,
        )
        world.organisations[number] = page.pk
    return world.organisations[number]


def language(code: str) -> str:
    """The name of a language as people write it."""
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (ValueError, UnknownLocaleError):
        return code


def add_tie(world: World, one: int, other: int, since: datetime) -> None:
    befriend(world.social(one), world.social(other), since=since)
    befriend(world.professional(one), world.professional(other), since=since)


def add_forum(world: World, number: int, title: str, moderator: int, at: datetime) -> None:
    """A group that everybody reads and anybody joins, owned by its moderator."""
    group = make_group(world.social(moderator), name=title, openness=Openness.PUBLIC, door=Door.OPEN, at=at)
    world.forums[number] = Forum(title, moderator, group.pk)


def add_member(world: World, number: int, person: int, at: datetime) -> None:
    """Somebody comes in. Of some moderators the data set says that too, later than they made the forum."""
    forum, persona = world.forums[number], world.social(person)
    join(persona, group=Group(pk=forum.group), at=at)
    if person == forum.moderator:
        Membership.objects.filter(group=forum.group, persona=persona).update(since=at)


def add_post(
    world: World,
    number: int,
    *,
    author: int,
    forum: int,
    text: str,
    picture: str,
    language: str,
    at: datetime,
) -> None:
    """A post in a group. Of its picture the data set has the name alone, which stands for it."""
    group = Group(pk=world.forums[forum].group)
    entry = write(world.social(author), group=group, text=text or picture, language=language, at=at)
    world.messages[number] = entry.post_id


def add_comment(world: World, number: int, *, author: int, parent: int, text: str, at: datetime) -> None:
    made = comment(world.social(author), parent=Post(pk=world.messages[parent]), text=text, at=at)
    world.messages[number] = made.pk


def add_like(world: World, person: int, message: int, at: datetime) -> None:
    react(world.social(person), post=Post(pk=world.messages[message]), kind=ReactionKind.LOVE, at=at)
