"""The picture that skips Django's handler is given exactly as its view gives it, to exactly the same people."""

from io import BytesIO

import pytest

from tests.world import befriend, client_of, person
from twofold.config.wsgi import application, pages
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.media.tests.test_taking_in import photo
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import ALL_TIES, EVERYONE
from twofold.people.graph.actions import block

pytestmark = pytest.mark.django_db(transaction=True)


def through(app, path: str, session: str) -> tuple[str, dict[str, str], bytes]:
    cookies = f"theme=dark; twofold={session}" if session else "theme=dark"
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8000",
        "HTTP_COOKIE": cookies, "wsgi.input": BytesIO(), "wsgi.url_scheme": "http",
    }  # fmt: skip
    said: list = []
    answer = app(environ, lambda status, headers, problem=None: said.extend((status, dict(headers))))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return said[0], said[1], body


def session(persona) -> str:
    return client_of(persona).cookies["twofold"].value if persona else ""


def test_the_same_bytes_and_headers_for_the_same_people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ada, boris, cleo, dora = (person(each) for each in ("ada", "boris", "cleo", "dora"))
    work = person("ada.work", "professional")
    befriend(ada, boris)
    befriend(ada, dora)
    near, wide = (take_in(ada, upload=photo()) for _each in range(2))
    posts.publish(ada, text="", spec=ALL_TIES, pictures=[near])
    posts.publish(ada, text="", spec=EVERYONE, pictures=[wide])
    block(ada, persona=dora)
    given = []
    for who in (ada, boris, cleo, dora, work, None):
        key = session(who)
        for picture in (near, wide):
            path = f"/media/{encode(picture.pk)}/small.webp"
            short, long = through(application, path, key), through(pages, path, key)
            assert short[0] == long[0]
            assert short[2] == long[2]
            if short[0] == "200 OK":
                differ = set(short[1].items()) ^ set(long[1].items())
                assert {name for name, _value in differ} <= {"Content-Language"}, differ
            given.append(short[0][:3])
    assert given == ["200", "200", "200", "200", "404", "200", "404", "404", "404", "200", "404", "200"]


def test_it_ends_with_its_session(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ada = person("ada")
    picture = take_in(ada, upload=photo())
    path, client = f"/media/{encode(picture.pk)}/small.webp", client_of(ada)
    key = client.cookies["twofold"].value
    assert through(application, path, key)[0] == "200 OK"
    client.logout()
    assert through(application, path, key)[0].startswith("404")
    assert through(application, "/media/nonsense!/small.webp", key)[0].startswith("404")
