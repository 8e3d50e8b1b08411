"""People for the writers, as JSON: run in a process of its own, on the server's data."""

import json
import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
get_wsgi_application()

from django.conf import settings  # noqa: E402 - the settings come first
from django.test.utils import setup_test_environment  # noqa: E402

from tests.world import befriend, client_of, new_account, person  # noqa: E402
from twofold.foundation.courier.worker import drain  # noqa: E402
from twofold.network.messaging.actions import open_pair  # noqa: E402
from twofold.surfaces.api.tests.doors import register, token_for  # noqa: E402


def main(count: int) -> None:
    """A ring of `count` friends in the social network, each with a token and a session."""
    setup_test_environment()
    people = [
        person(f"writer{number}", account=new_account(f"writer{number}@example.org"))
        for number in range(count)
    ]
    for one, other in zip(people, people[1:] + people[:1], strict=True):
        befriend(one, other)
    drain()
    talks = [open_pair(one, other=other) for one, other in zip(people, people[1:] + people[:1], strict=True)]
    app = register()
    made = [
        {
            "id": str(each.pk),
            "handle": each.handle,
            "token": token_for(each, app=app),
            "session": client_of(each).cookies[settings.SESSION_COOKIE_NAME].value,
            "talk": str(talk.pk),
        }
        for each, talk in zip(people, talks, strict=True)
    ]
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
