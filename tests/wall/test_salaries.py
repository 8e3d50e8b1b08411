"""What somebody entered, and that they did, reaches nobody: not the employer, nor staff, recruiters or friends."""

import re

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.pages.actions import give_role
from twofold.network.salaries.actions import make_figures
from twofold.network.salaries.models import Figure
from twofold.network.salaries.tests.test_salaries import WORK, crowd, enter
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
PLACES = (
    "pay/", "pay/?role=hydraulic", "pay/?place=veermond&country=NL", "@w.nadia/", "@w.nadia/about/", "@delta/",
    "notifications/", "search/?q=Hydraulic", "advice/", "",
)  # fmt: skip


def everything(people: list[Persona]) -> list[tuple[int, bytes]]:
    drain()
    clients = [client_of(each) for each in people] + [client_of(None)]
    answers = [client.get(f"/{WORK}/{path}") for client in clients for path in PLACES]
    return [(each.status_code, _bare(each.content)) for each in answers]


def _bare(body: bytes) -> bytes:
    """Without the tokens of forms and of styles, which differ at each look."""
    start = b'name="csrfmiddlewaretoken" value="'
    pieces = body.split(start)
    return start.join([pieces[0], *(piece.partition(b'"')[2] for piece in pieces[1:])])


@pytest.fixture
def town() -> dict[str, Persona]:
    people = {name: person(f"w.{name}", WORK) for name in ("nadia", "boss", "recruiter", "tie", "member")}
    page = person("delta", WORK, name="Delta", kind=Persona.Kind.PAGE)
    give_role(page, people["boss"], kind="owner")
    give_role(page, people["recruiter"], kind="recruiter")
    befriend(people["nadia"], people["tie"])
    return people


def test_nobody_can_tell_whether_somebody_entered_something(town):
    others = [each for name, each in town.items() if name != "nadia"]
    crowd(9)
    make_figures()
    before = everything(others)
    assert enter(town["nadia"], amount="71234").status_code == 303
    assert everything(others) == before, "an entry changes nothing for anybody"
    crowd(20, start=9)
    make_figures()
    assert Figure.objects.exists()
    now = everything(others)
    assert now != before
    assert not [body for _status, body in now if b"71,234" in body or b"71234" in body]
    client = client_of(town["nadia"])
    shown = client.get(f"/{WORK}/pay/").content.decode()
    at = re.search(rf'"(/{WORK}/pay/[1-9A-HJ-NP-Za-km-z]{{8,12}}/)"', shown)
    assert client.post(f"{at[1]}drop/").status_code == 303
    make_figures()
    assert everything(others) == now, "nor does taking it back"
