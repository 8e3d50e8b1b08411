"""The one request that skips Django's handler says exactly what the operation says."""

from io import BytesIO

import pytest

from tests.world import befriend, person
from twofold.config.wsgi import application, pages
from twofold.foundation.courier.worker import drain
from twofold.surfaces.api import doors as limits
from twofold.surfaces.api.models import AccessToken
from twofold.surfaces.api.tests.doors import Api, api_of, token_for

pytestmark = pytest.mark.django_db(transaction=True)


def through(app, token: str, query: str = "") -> tuple[str, dict[str, str], bytes]:
    limits.calls.clear()
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/api/v1/timelines/home", "QUERY_STRING": query,
        "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "REMOTE_ADDR": "127.0.0.1",
        "HTTP_AUTHORIZATION": f"Bearer {token}", "wsgi.input": BytesIO(), "wsgi.url_scheme": "http",
    }  # fmt: skip
    said: list = []
    answer = app(environ, lambda status, headers, problem=None: said.extend((status, dict(headers))))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return said[0], said[1], body


@pytest.fixture
def token():
    me, friend = person("reader"), person("friend")
    befriend(me, friend)
    author = api_of(friend)
    for number in range(7):
        author.post("statuses", {"status": f"Number {number}"})
    drain()
    return token_for(me)


@pytest.mark.parametrize(
    "query", ["", "limit=3", "limit=40", "limit=99", "limit=041", "max_id=5", "since_id=5"]
)
def test_the_same_bytes_and_headers(token, query):
    short, long = through(application, token, query), through(pages, token, query)
    for answer in (short, long):
        answer[1].pop("X-RateLimit-Reset")
    assert short == long
    assert short[0] == "200 OK"


def test_whatever_is_no_plain_yes_is_left_to_the_operation(token):
    assert through(application, "nonsense") == through(pages, "nonsense")
    assert through(application, "nonsense")[0].startswith("401")
    narrow = token_for(person("narrow"), "write")
    assert through(application, narrow)[0].startswith("403")


def test_it_ends_with_its_token_and_counts_its_calls(token, settings):
    settings.API_RATE = 2
    limits.calls.clear()
    api = Api(token)
    assert through(application, token)[1]["X-RateLimit-Remaining"] == "1"
    limits.calls.clear()
    for _each in range(2):
        assert api.get("timelines/home").status_code == 200
    assert api.get("timelines/home").status_code == 429
    AccessToken.objects.all().delete()
    limits.forget_bearers()
    assert through(application, token)[0].startswith("401")
