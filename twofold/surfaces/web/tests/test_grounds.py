"""An endorsement rests on what two profiles show each other, as long as they do."""

from datetime import date, datetime, timedelta

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.credentials.models import Credential
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.tests.rows import tied
from twofold.network.events.actions import answer, delete_event, make_event
from twofold.network.events.plans import Plan
from twofold.network.profiles.actions import keep_entry, take_away_entry
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME, AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

WORDS = "worked together at Delta Works, 2019–2021"


def job(
    of: Persona, began: int, ended: int, *, spec: AudienceSpec = EVERYONE, entry_id: int | None = None
) -> int:
    fields = {
        "title": "Engineer",
        "organisation_name": "Delta Works",
        "began": date(began, 1, 1),
        "ended": date(ended, 1, 1),
    }
    return keep_entry(of, kind="experience", fields=fields, spec=spec, entry_id=entry_id).pk


@pytest.fixture
def town():
    nadia, tomas = tied("nadia", "tomas")
    skill = actions.claim(nadia, name="Hydrology", spec=EVERYONE)
    return {"nadia": nadia, "tomas": tomas, "skill": skill, "member": person("member", "professional")}


def read(persona: Persona | None, town: dict) -> str:
    drain()
    return client_of(persona).get(f"/professional/skills/{encode(town['skill'].pk)}/").content.decode()


def state(town: dict) -> None:
    """Tomas says so by the page, nadia confirms."""
    browser, path = client_of(town["tomas"]), f"/professional/skills/{encode(town['skill'].pk)}/ground"
    form = browser.get(path).content.decode()
    assert WORDS in form
    assert browser.post(path, {"ground": "work:nonsense"}).status_code == 422
    ground = form.split('name="ground" value="')[1].split('"')[0]
    assert browser.post(path, {"ground": ground}).status_code == 303
    [evidence] = queries.waiting(Viewer.of(town["nadia"]))
    actions.confirm(town["nadia"], evidence=evidence)


def test_without_anything_shared_there_is_nothing_to_state(town):
    path = f"/professional/skills/{encode(town['skill'].pk)}/ground"
    job(town["nadia"], 2017, 2021)
    assert (
        "Nothing that you share shows on both profiles" in client_of(town["tomas"]).get(path).content.decode()
    )
    job(town["tomas"], 2019, 2022, spec=ONLY_ME)
    assert "Nothing that you share" in client_of(town["tomas"]).get(path).content.decode()
    for name in ("member", "nadia"):
        assert client_of(town[name]).get(path).status_code == 404


def test_the_reason_follows_both_profiles(town):
    mine = job(town["nadia"], 2017, 2021)
    theirs = job(town["tomas"], 2019, 2022)
    state(town)
    assert WORDS in read(None, town)
    job(town["tomas"], 2020, 2022, entry_id=theirs)
    assert "worked together at Delta Works, 2020–2021" in read(None, town)
    job(town["nadia"], 2017, 2021, entry_id=mine, spec=MEMBERS)
    assert "worked together" not in read(None, town)
    assert "worked together" in read(town["member"], town)
    job(town["nadia"], 2017, 2021, entry_id=mine, spec=ALL_TIES)
    assert "worked together" not in read(town["member"], town)
    assert "worked together" in read(town["tomas"], town)
    job(town["nadia"], 2017, 2021, entry_id=mine, spec=EVERYONE)
    job(town["tomas"], 2020, 2022, entry_id=theirs, spec=MEMBERS)
    assert "worked together" in read(town["member"], town)
    assert "worked together" not in read(None, town)
    assert Credential.objects.get().revoked_at is None


@pytest.mark.parametrize(
    "end", ["taken away", "other years", "hidden by the owner", "hidden by the endorser"]
)
def test_a_ground_that_is_gone_takes_its_reason_and_its_badge_along(town, end):
    mine = job(town["nadia"], 2017, 2021)
    theirs = job(town["tomas"], 2019, 2022)
    state(town)
    if end == "taken away":
        take_away_entry(town["tomas"], entry_id=theirs)
    elif end == "other years":
        job(town["nadia"], 2012, 2016, entry_id=mine)
    elif end == "hidden by the owner":
        job(town["nadia"], 2017, 2021, entry_id=mine, spec=ONLY_ME)
    else:
        job(town["tomas"], 2019, 2022, entry_id=theirs, spec=ONLY_ME)
    text = read(town["member"], town)
    assert "worked together" not in text
    assert "Tomas" in text
    assert Credential.objects.get().revoked_at


def test_an_event_at_which_both_were_is_a_ground_while_one_reads_that_they_were(town, time_machine):
    nadia, tomas = town["nadia"], town["tomas"]
    time_machine.move_to("2026-03-01 09:00+00:00", tick=False)
    begins = datetime(2026, 3, 9, 10, 0)
    plan = Plan("conference", "Weir days", begins, begins + timedelta(hours=3), "UTC")
    event = make_event(person("host", "professional"), plan=plan, spec=MEMBERS)
    for each in (nadia, tomas):
        answer(each, event=event, answer="going")
    path = f"/professional/skills/{encode(town['skill'].pk)}/ground"
    assert "Weir days" not in client_of(tomas).get(path).content.decode(), "it is still to come"
    time_machine.move_to("2026-03-20 09:00+00:00", tick=False)
    assert "were both at: Weir days, 2026" in client_of(tomas).get(path).content.decode()
    client_of(tomas).post(path, {"ground": f"event:{event.pk}"})
    [evidence] = queries.waiting(Viewer.of(nadia))
    actions.confirm(nadia, evidence=evidence)
    # For whoever sees the event and who came to it: a member does, a stranger sees the endorsement alone.
    assert "Weir days" in read(town["member"], town)
    assert "Weir days" not in read(None, town)
    delete_event(event.author, event=event)
    assert "Weir days" not in read(town["member"], town)
    assert Credential.objects.get().revoked_at
