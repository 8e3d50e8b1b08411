"""What a browser test does to the server that it started: run in that server's environment.

python -m tests.stories.browser_world people           prints JSON: the session keys of ada (social, and professional as
                                                       ada.work), ben and cleo (social, and professional as cleo.work)
python -m tests.stories.browser_world post NAME TEXT   that persona posts, for its ties
python -m tests.stories.browser_world long-ago NAME TEXT   the same, a year ago today
python -m tests.stories.browser_world further          dora.work is there too, connected with cleo.work; prints her key
python -m tests.stories.browser_world sign-out KEY     that session ends
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
django.setup()

from django.contrib.sessions.models import Session  # noqa: E402 - Django must be set up first

from tests.world import account_of, befriend, client_of, person  # noqa: E402
from twofold.foundation.courier.worker import drain  # noqa: E402
from twofold.foundation.kit import clock  # noqa: E402
from twofold.network.posts import actions as posts  # noqa: E402
from twofold.people.accounts.actions import sign_up  # noqa: E402
from twofold.people.audiences.specs import ALL_TIES  # noqa: E402
from twofold.people.graph.actions import request_tie  # noqa: E402
from twofold.people.personas.models import Persona  # noqa: E402

PASSWORD = "a long enough sentence"


def people() -> None:
    """ada and ben are friends, as are ada.work and cleo.work; cleo has asked ada; five posts lie there."""
    ada, ben, cleo = (
        _member(*each) for each in (("ada", "Ada Lund"), ("ben", "Ben Ito"), ("cleo", "Cleo Roy"))
    )
    work = person("ada.work", "professional", account=account_of(ada), name="A. Lund")
    peer = person("cleo.work", "professional", account=account_of(cleo), name="C. Roy")
    befriend(ada, ben)
    befriend(work, peer)
    request_tie(cleo, receiver=ada)
    for author, text in (
        (ben, "The lake froze over tonight."),
        (ben, "Who has a spare sledge? #winter"),
        (ada, "Soup at ours on Sunday."),
        (peer, "Our pump station report is out. #water"),
        (work, "The new gauges agree with each other at last."),
    ):
        posts.publish(author, text=text, spec=ALL_TIES)
    drain()
    print(json.dumps({each.handle: client_of(each).cookies["twofold"].value for each in (ada, ben, cleo)}))


def _member(handle: str, name: str) -> Persona:
    return person(handle, account=sign_up(f"{handle}@example.org", PASSWORD), name=name)


def post(name: str, text: str) -> None:
    posts.publish(Persona.objects.get(handle=name), text=text, spec=ALL_TIES)


def long_ago(name: str, text: str) -> None:
    author, now = Persona.objects.get(handle=name), clock.now()
    posts.publish(
        author,
        text=text,
        spec=ALL_TIES,
        at=now.replace(year=now.year - 1, day=min(now.day, 28 if now.month == 2 else now.day)),
    )


def further() -> None:
    dora = _member("dora", "Dora Stone")
    work = person("dora.work", "professional", account=account_of(dora), name="D. Stone")
    befriend(Persona.objects.get(handle="cleo.work"), work)
    print(json.dumps({"dora": client_of(dora).cookies["twofold"].value}))


def sign_out(key: str) -> None:
    Session.objects.filter(session_key=key).delete()


if __name__ == "__main__":
    {each.__name__.replace("_", "-"): each for each in (people, post, long_ago, further, sign_out)}[
        sys.argv[1]
    ](*sys.argv[2:])
