"""One thing that happened in the data set, done by us: each through the action that a page would call."""

from datetime import datetime

from twofold.config.snb.world import Forum, Member, World
from twofold.network.posts.actions import comment, publish, react
from twofold.network.posts.models import Post, ReactionKind
from twofold.people.accounts.actions import add_presence, sign_up
from twofold.people.audiences.specs import MEMBERS
from twofold.people.graph.actions import befriend
from twofold.people.personas.actions import create_persona
from twofold.people.personas.models import Network


def add_person(
    world: World,
    number: int,
    *,
    first: str,
    last: str,
    mail: str,
    place: str,
    employer: str,
    facts: dict[str, str],
) -> None:
    """One login with both personas. Nobody can sign in with it: it has no password."""
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


def add_tie(world: World, one: int, other: int, since: datetime) -> None:
    befriend(world.social(one), world.social(other), since=since)
    befriend(world.professional(one), world.professional(other), since=since)


def add_forum(world: World, number: int, title: str, moderator: int) -> None:
    world.forums[number] = Forum(title, moderator)


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
    """A post for all members. Of its picture the data set has the name alone, which stands for it."""
    post = publish(world.social(author), text=text or picture, spec=MEMBERS, language=language, at=at)
    world.messages[number] = post.pk
    world.forum_of[number] = forum


def add_comment(world: World, number: int, *, author: int, parent: int, text: str, at: datetime) -> None:
    made = comment(world.social(author), parent=Post(pk=world.messages[parent]), text=text, at=at)
    world.messages[number] = made.pk


def add_like(world: World, person: int, message: int, at: datetime) -> None:
    react(world.social(person), post=Post(pk=world.messages[message]), kind=ReactionKind.LOVE, at=at)
