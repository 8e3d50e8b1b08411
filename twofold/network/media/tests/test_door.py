import pytest

from tests.world import befriend, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.media import queries
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, FRIENDS_OF_FRIENDS, MEMBERS, ONLY_ME, named
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def test_serving_asks_the_same_door_as_everything_else():
    ada, boris, cyril, dora = (person(each) for each in ("ada", "boris", "cyril", "dora"))
    befriend(ada, boris)
    block(ada, persona=dora)
    specs = (EVERYONE, MEMBERS, ALL_TIES, FRIENDS_OF_FRIENDS, ONLY_ME, named({cyril.pk}))
    pictures = [
        Picture.objects.create(
            author=ada,
            audience=compose(ada, spec),
            width=1,
            height=1,
            bytes=1,
            created_at=clock.now(),
            live=live,
        )
        for spec in specs
        for live in (True, False)
    ]
    other = Viewer.of(person("ada.work", "professional"))
    for viewer in (
        *(Viewer.of(each) for each in (ada, boris, cyril, dora)),
        other,
        Viewer.stranger("social"),
    ):
        for picture in pictures:
            assert _answer(_served, viewer, picture) == _answer(_by_orm, viewer, picture)
    assert queries.network_of(pictures[0].pk) == "social"
    assert queries.network_of(1) == ""


def _served(viewer: Viewer, picture_id: int) -> int:
    return queries.served(viewer, picture_id).scope


def _by_orm(viewer: Viewer, picture_id: int) -> int:
    return queries.get(viewer, picture_id).audience.scope


def _answer(ask, viewer: Viewer, picture: Picture) -> int | None:
    try:
        return ask(viewer, picture.pk)
    except Absent:
        return None
