"""The door itself against the oracle, before any surface: every viewer, every exhibit, both networks."""

import pytest

from tests.wall.cast import STRANGER, set_stage
from tests.wall.oracle import may_see
from twofold.people.audiences.queries import can_see, personas_admitted_to
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("network", Network)
def test_the_door_agrees_with_the_definitions(network):
    stage = set_stage(network)
    viewers = {name: Viewer.of(persona) for name, persona in stage.people.items()}
    viewers[STRANGER] = Viewer.stranger(network)
    wrong = []
    for exhibit in stage.exhibits:
        exhibit.post.refresh_from_db()
        admitted = set(personas_admitted_to(exhibit.post).values_list("pk", flat=True))
        for name, viewer in viewers.items():
            expected = may_see(stage.record, name, exhibit.thing)
            if can_see(viewer, exhibit.post) != expected:
                wrong.append(
                    f"{exhibit.name}: {name or 'a stranger'} should {'' if expected else 'not '}see it"
                )
            if name and not exhibit.thing.gone and (viewer.id in admitted) != expected:
                wrong.append(f"{exhibit.name}: asked from the other side, {name} differs")
    assert not wrong, "\n".join(wrong)
