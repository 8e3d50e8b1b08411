"""What two people share is a reason only where it may be read: places of every reach, and hidden groups."""

from datetime import date

import pytest

from tests.wall.cast import canary, fall_out, people_of
from tests.wall.oracle import Thing, may_see
from tests.wall.score import Score, seats
from twofold.foundation.courier.worker import drain
from twofold.network.groups.actions import make_group
from twofold.network.profiles.actions import keep_entry
from twofold.network.profiles.models import EntryKind
from twofold.network.profiles.queries import fellows
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def test_reasons_agree_with_the_oracle(record_property):
    stage, audiences = people_of(Network.PROFESSIONAL)
    author = stage.people["author"]
    places = {canary(): name for name in audiences}

    def been(persona, place, spec):
        fields = {
            "title": "Staff",
            "organisation_name": place,
            "began": date(2019, 1, 1),
            "coarse": True,
            "current": True,
        }
        keep_entry(persona, kind=EntryKind.EXPERIENCE, fields=fields, spec=spec)

    group = make_group(author, name=canary(), openness="hidden", door="invited")
    for place, name in places.items():
        been(author, place, audiences[name][0])
    here = {name: client for name, client in seats(stage) if name and name not in ("elsewhere", "author")}
    for name in here:
        for place in places:
            been(stage.people[name], place, EVERYONE)
    fall_out(stage)
    drain()
    score = Score()
    for name, client in here.items():
        persona = stage.people[name]
        shared = {each.name for each in fellows(Viewer.of(persona)) if each.persona_id == author.pk}
        page = client.get("/professional/suggestions/").content.decode()
        page += client.get("/professional/beside/").content.decode()
        of_author = [part for part in page.split("<li>") if f"@{author.handle}/" in part]
        for place, reach in places.items():
            allowed = may_see(stage.record, name, Thing("author", audiences[reach][1]))
            score.mark(f"place for {reach} as {name}", seen=place in shared, allowed=allowed)
            told = any(place in part for part in of_author)
            score.mark(f"reason for {reach} as {name}", seen=told, allowed=allowed, must=False)
        score.mark(f"hidden group as {name}", seen=group.name in page, allowed=False)
    record_property("cells suggestions", score.cells)
    assert score.cells > 60
    assert not score.wrong, "\n".join(score.wrong[:40])
