"""Making a page and running it together: through the pages that people press."""

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.pages.models import Role, Visits
from twofold.network.posts.models import Post
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db

PAGE = {"name": "Delta Works", "handle": "delta", "sort": "company", "founded": "1854", "size": "51-200"}
HERE = "/professional/pages/@delta/"


@pytest.fixture
def nadia() -> Persona:
    made = person("nadia", "professional", name="Nadia")
    assert client_of(made).post("/professional/pages/new/", PAGE).status_code == 303
    return made


def offer(by: Persona, whom: Persona, kind: str = "editor") -> int:
    return client_of(by).post(HERE + "team/", {"handle": whom.handle, "kind": kind}).status_code


def join(by: Persona, whom: Persona, kind: str = "editor") -> None:
    assert offer(by, whom, kind) == 303
    assert client_of(whom).post(HERE + "answer/yes/").status_code == 303


def test_a_page_is_made_and_found_and_followed(nadia):
    viewer = client_of(person("viewer", "professional"))
    words = viewer.get("/professional/@delta/").content.decode()
    for each in ("Delta Works", "Company", "51–200", "1854"):
        assert each in words
    assert "Run this page" not in words
    assert "Nadia" not in words, "nobody learns who runs it"
    assert "Delta Works" in viewer.get("/professional/pages/?name=delta").content.decode()
    assert "Run this page" in client_of(nadia).get("/professional/@delta/").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "what to call"),
        ({"handle": "nadia"}, "has this handle"),
        ({"founded": "3000"}, "a year that has begun"),
        ({"founded": "long ago"}, "four digits"),
        ({"website": "javascript:alert(1)"}, "whole address"),
        ({"sort": "cause"}, "valid choice"),
    ],
)
def test_what_a_page_cannot_be_is_said_and_what_was_typed_is_kept(typed, said):
    client = client_of(person("nadia", "professional"))
    answer = client.post("/professional/pages/new/", {**PAGE, "about": "Kept as typed", **typed})
    assert answer.status_code == 422
    words = answer.content.decode()
    assert said in words
    assert "Kept as typed" in words


def test_a_role_is_offered_and_accepted_and_given_up(nadia):
    ingrid = person("ingrid", "professional", name="Ingrid")
    assert client_of(ingrid).get(HERE + "write/").status_code == 404
    assert offer(nadia, ingrid) == 303
    assert client_of(ingrid).get(HERE + "write/").status_code == 404, "an offer is no role"
    drain()
    assert "help run its page" in client_of(ingrid).get("/professional/notifications/").content.decode()
    assert client_of(ingrid).post(HERE + "answer/yes/").status_code == 303
    assert client_of(ingrid).get(HERE + "write/").status_code == 200
    assert client_of(ingrid).get(HERE + "domains/").status_code == 404, "editors do not prove domains"
    role = Role.objects.get(persona=ingrid)
    assert client_of(ingrid).post(f"{HERE}team/{encode(role.pk)}/take/").status_code == 303
    assert client_of(ingrid).get(HERE + "write/").status_code == 404


def test_a_no_is_silent(nadia):
    ingrid = person("ingrid", "professional", name="Ingrid")
    offer(nadia, ingrid)
    client_of(ingrid).post(HERE + "answer/no/")
    assert "not answered yet" in client_of(nadia).get(HERE + "team/").content.decode()
    assert client_of(ingrid).post(HERE + "answer/yes/").status_code == 404


def test_a_page_always_has_an_owner(nadia):
    own = Role.objects.get(persona=nadia)
    client = client_of(nadia)
    for act, said in (("take", {}), ("change", {"kind": "editor"})):
        answer = client.post(f"{HERE}team/{encode(own.pk)}/{act}/", said, follow=True).content.decode()
        assert "A page needs an owner" in answer
        assert "Who runs this page" in answer, "it is said where it was tried"
    assert Role.objects.get().kind == "owner"
    ingrid = person("ingrid", "professional")
    join(nadia, ingrid, "owner")
    assert client.post(f"{HERE}team/{encode(own.pk)}/take/").status_code == 303
    assert client.get(HERE + "team/").status_code == 404


def test_when_the_last_owner_goes_who_stayed_longest_owns_it(nadia):
    ingrid = person("ingrid", "professional")
    join(nadia, ingrid)
    erase_persona(nadia)
    drain()
    assert Role.objects.get().kind == "owner"


def test_the_page_writes_and_nobody_learns_who_wrote(nadia):
    client = client_of(nadia)
    typed = {"text": "The lock opens at six.", "reach": "everyone", "once": "x" * 20}
    for _time in range(2):
        assert client.post(HERE + "write/", typed).status_code == 303
    post = Post.objects.get()
    assert post.author.handle == "delta"
    words = client_of(None).get(f"/professional/posts/{encode(post.pk)}/").content.decode()
    assert "The lock opens at six." in words
    assert "Nadia" not in words
    client.post(f"{HERE}write/{encode(post.pk)}/", {"text": "The lock opens at seven."})
    assert "seven" in client_of(None).get("/professional/@delta/").content.decode()
    client.post(f"{HERE}write/{encode(post.pk)}/delete/")
    assert "seven" not in client_of(None).get("/professional/@delta/").content.decode()
    client.post(f"{HERE}write/{encode(post.pk)}/restore/")
    assert "seven" in client_of(None).get("/professional/@delta/").content.decode()


def test_an_empty_post_says_why_and_keeps_what_was_typed(nadia):
    answer = client_of(nadia).post(HERE + "write/", {"text": "", "alt": "A lock", "reach": "everyone"})
    assert answer.status_code == 422
    assert "A lock" in answer.content.decode()


def test_who_runs_it_reads_its_news(nadia):
    client_of(nadia).post(HERE + "write/", {"text": "Hello", "reach": "everyone"})
    fan = person("fan", "professional", name="Fan of Locks")
    post = Post.objects.get()
    client_of(fan).post(f"/professional/posts/{encode(post.pk)}/react", {"kind": "celebrate"})
    drain()
    assert "Fan of Locks" in client_of(nadia).get(HERE + "news/").content.decode()
    assert client_of(fan).get(HERE + "news/").status_code == 404


def test_visits_are_counted_without_anybody_in_them(nadia):
    for number in range(4):
        client_of(person(f"guest{number}", "professional")).get("/professional/@delta/")
    client_of(nadia).get("/professional/@delta/")
    client_of(None).get("/professional/@delta/")
    assert Visits.objects.get().count == 4
    words = client_of(nadia).get(HERE + "numbers/").content.decode()
    assert "fewer than 5" in words
    assert words.count("<polyline") == 1


def test_a_page_is_closed_only_by_who_knows_its_handle(nadia):
    client = client_of(nadia)
    assert client.post(HERE + "close/", {"handle": "other"}).status_code == 422
    assert client.post(HERE + "close/", {"handle": "@delta"}).status_code == 303
    drain()
    assert client.get("/professional/@delta/").status_code == 404
    assert client.post("/professional/pages/new/", PAGE).status_code == 422, "its handle stays taken"


def test_somebody_offers_help_and_an_owner_answers(nadia):
    ingrid = person("ingrid", "professional", name="Ingrid")
    client_of(ingrid).post(HERE + "answer/wish/", {"note": "I work there."})
    assert "I work there." in client_of(nadia).get(HERE + "team/").content.decode()
    assert offer(nadia, ingrid) == 303
    assert "I work there." not in client_of(nadia).get(HERE + "team/").content.decode()
