"""SQLite compiles a statement of a page once and for all: some of the door take longer to compile than to run."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import ALL_TIES


@pytest.mark.django_db(transaction=True)
def test_who_opens_a_page_again_waits_for_no_compiling():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL compiles elsewhere")
    ada, ben = person("ada"), person("ben")
    befriend(ada, ben)
    post = posts.publish(ben, text="Low tide at six, bring boots.", spec=ALL_TIES)
    posts.comment(ada, parent=post, text="I shall be there.")
    drain()
    paths = ["/social/", "/social/@ben/", f"/social/posts/{encode(post.pk)}/", "/social/people/"]
    paths += [reverse(name, args=["social"]) for name in ("notifications:inbox", "messaging:inbox")]
    with ThreadPoolExecutor(1) as worker:  # a connection of its own, that has nothing in it yet
        assert worker.submit(_compiled_anew, client_of(ada), paths).result() == {}


def _compiled_anew(client, paths):
    """By page, the tables of statements that were compiled though the page had been opened twice before."""
    looked_at, found = [], {}
    try:
        for path in paths + paths:
            assert client.get(path).status_code == 200
        connection.connection.set_authorizer(lambda _deed, table, *_more: looked_at.append(table) or 0)
        for path in paths:
            # Asking to be told makes all of them be compiled once more.
            assert client.get(path).status_code == 200
        for path in paths:
            looked_at.clear()
            assert client.get(path).status_code == 200
            if looked_at:
                found[path] = list(dict.fromkeys(looked_at))
        return found
    finally:
        connection.close()
