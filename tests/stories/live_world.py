"""What a test of live streams does to the server that it started: run in that server's environment.

python -m tests.stories.live_world people            prints JSON: ids and session keys of ada (social, and professional
                                                     as ada.work) and ben, who are friends
python -m tests.stories.live_world post NAME TEXT    that persona posts, for its ties
python -m tests.stories.live_world say NAME OTHER TEXT    that persona writes to the other
python -m tests.stories.live_world react NAME        that persona reacts to the newest post
python -m tests.stories.live_world sign-out KEY | suspend NAME | password NAME
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
django.setup()

from django.contrib.sessions.models import Session  # noqa: E402 - Django must be set up first

from tests.world import account_of, befriend, client_of, person  # noqa: E402
from twofold.network.messaging import actions as talks  # noqa: E402
from twofold.network.posts import actions as posts  # noqa: E402
from twofold.network.posts.models import Post  # noqa: E402
from twofold.people.audiences.specs import ALL_TIES  # noqa: E402
from twofold.people.personas.models import Persona  # noqa: E402


def people() -> None:
    ada, ben = person("ada"), person("ben")
    work = person("ada.work", "professional", account=account_of(ada))
    befriend(ada, ben)
    made = {}
    for persona in (ada, work, ben):
        keys = [client_of(persona).cookies["twofold"].value for _ in range(2)]
        made[persona.handle] = {"id": persona.pk, "keys": keys}
    print(json.dumps(made))


def post(name: str, text: str) -> None:
    posts.publish(_named(name), text=text, spec=ALL_TIES)


def say(name: str, other: str, text: str) -> None:
    talk = talks.open_pair(_named(name), other=_named(other))
    talks.send(_named(name), conversation=talk, text=text)


def react(name: str) -> None:
    newest = Post.objects.order_by("-position").first()
    posts.react(_named(name), post=newest, kind="love")


def sign_out(key: str) -> None:
    Session.objects.filter(session_key=key).delete()


def suspend(name: str) -> None:
    Persona.objects.filter(handle=name).update(state=Persona.State.SUSPENDED)


def password(name: str) -> None:
    account = account_of(_named(name))
    account.set_password("another one, quite long")
    account.save()


def _named(handle: str) -> Persona:
    return Persona.objects.get(handle=handle)


if __name__ == "__main__":
    {
        each.__name__.replace("_", "-"): each
        for each in (people, post, say, react, sign_out, suspend, password)
    }[sys.argv[1]](*sys.argv[2:])
