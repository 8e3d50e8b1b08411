"""What the people of the town write to each other."""

from datetime import datetime, timedelta

from django.core.files.base import ContentFile

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.messaging.actions import begin_group, lay, open_pair, send, send_later, set_manner
from twofold.network.messaging.models import Conversation, Membership, State, Writers
from twofold.people.personas.models import Persona

_UNREAD = timedelta(hours=1)


def converse(cast: Cast, now: datetime) -> int:
    """Have all conversations of `words/messages.toml`; how many. What is older than an hour has been read."""
    words = read("messages.toml")
    talks = words["talks"]
    for network, names in words["shows"].items():
        for handle in names.split():
            set_manner(
                cast.of(network, handle), writers=Writers.MEMBERS, receipts=True, typing=True, presence=True
            )
    for each in talks:
        people = {handle: cast.of(each["network"], handle) for handle in each["people"].split()}
        talk = _begin(list(people.values()), each.get("name", ""))
        for line in each["lines"]:
            who, when, said = (part.strip() for part in line.split(" | "))
            send(people[who], conversation=talk, text=said, at=ago(when).before(now))
        for paper in each.get("papers", ()):
            who, when, name, said = (part.strip() for part in paper.split(" | "))
            laid = lay(people[who], upload=ContentFile(said.encode(), name=name))
            send(people[who], conversation=talk, text="", files=[laid], at=ago(when).before(now))
        _read(talk, now)
        for line in each.get("later", ()):
            who, when, said = (part.strip() for part in line.split(" | "))
            due = now + (now - ago(when).before(now))
            send_later(people[who], conversation_id=talk.pk, text=said, due=due)
    return len(talks)


def _begin(people: list[Persona], name: str) -> Conversation:
    if name:
        talk = begin_group(people[0], name=name, people=people[1:])
        # That it was begun would be told as of now, after all that was said.
        talk.messages.all().delete()
        Conversation.objects.filter(pk=talk.pk).update(position=0)
        return talk
    return open_pair(people[0], other=people[1])


def _read(talk: Conversation, now: datetime) -> None:
    newest = talk.messages.order_by("position").last()
    if newest and newest.sent_at < now - _UNREAD:
        Membership.objects.filter(conversation=talk, state=State.ACTIVE).update(read_position=newest.position)
