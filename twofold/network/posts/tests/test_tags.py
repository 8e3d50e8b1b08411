import re

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.media import actions, queries
from twofold.network.media.models import PersonTag
from twofold.network.media.tests.test_taking_in import photo
from twofold.network.posts import actions as posts
from twofold.network.posts.queries import post_with
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, named
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    """A picture of ada's in a post for her friends, of whom boris is one."""
    settings.MEDIA_ROOT = tmp_path
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    taken = actions.take_in(ada, upload=photo())
    posts.publish(ada, text="Us", spec=ALL_TIES, pictures=[taken])
    return queries.get(Viewer.of(ada), taken.pk)


def names(viewer, picture) -> list[str]:
    return [each.handle for each in queries.people_on(Viewer.of(viewer), [picture.pk])[picture.pk]]


def of(handle: str):
    return Persona.objects.get(handle=handle)


def test_a_name_shows_when_its_bearer_agreed_and_goes_when_they_say_so(picture):
    ada, boris = picture.author, of("boris")
    actions.propose_tag(ada, picture=picture, persona=boris)
    assert names(ada, picture) == []
    assert [tag.picture_id for tag in queries.proposals(Viewer.of(boris))] == [picture.pk]
    actions.confirm_tag(boris, picture_id=picture.pk)
    assert names(ada, picture) == ["boris"]
    assert [each.pk for each in queries.of_me(Viewer.of(boris))] == [picture.pk]
    actions.decline_tag(boris, picture_id=picture.pk)
    assert names(ada, picture) == []
    actions.propose_tag(ada, picture=picture, persona=boris)
    assert queries.proposals(Viewer.of(boris)) == []
    assert [tag.state for tag in queries.tags_of(Viewer.of(ada), picture)] == [PersonTag.State.DECLINED]
    page = client_of(ada).get(f"/social/photos/{encode(picture.pk)}/").content.decode()
    assert "not answered yet" in page


def test_a_name_never_lets_anybody_see_more(picture):
    ada, cleo = picture.author, person("cleo")
    with pytest.raises(Refused, match="not among those who can see"):
        actions.propose_tag(ada, picture=picture, persona=cleo)
    with pytest.raises(Absent):
        actions.propose_tag(cleo, picture=picture, persona=cleo)
    with pytest.raises(Absent):
        actions.confirm_tag(cleo, picture_id=picture.pk)
    with pytest.raises(Refused, match="Only the one who added"):
        actions.propose_tag(of("boris"), picture=picture, persona=ada)


def test_who_agreed_for_some_is_asked_again_for_others(picture):
    ada, boris = picture.author, of("boris")
    actions.propose_tag(ada, picture=picture, persona=boris)
    actions.confirm_tag(boris, picture_id=picture.pk)
    post = posts_of(picture)
    posts.change_audience(ada, post=post, spec=EVERYONE)
    assert names(ada, picture) == []
    assert len(queries.proposals(Viewer.of(boris))) == 1
    actions.confirm_tag(boris, picture_id=picture.pk)
    assert names(ada, picture) == ["boris"]
    posts.change_audience(ada, post=post, spec=named({ada.pk}))
    assert queries.proposals(Viewer.of(boris)) == []


def posts_of(picture):
    return post_with(Viewer.of(picture.author), picture.pk)


def test_one_who_blocks_the_author_is_nobody_to_them(picture):
    ada, boris = picture.author, of("boris")
    actions.propose_tag(ada, picture=picture, persona=boris)
    actions.confirm_tag(boris, picture_id=picture.pk)
    block(boris, persona=ada)
    drain()
    assert not PersonTag.objects.exists()
    address = f"/social/pictures/{encode(picture.pk)}/tag"
    blocked, absent = (
        re.sub(r'value="\w{64}"', "", client_of(ada).post(address, {"name": name}).content.decode())
        for name in ("@boris", "@nobody")
    )
    assert blocked.replace("boris", "nobody") == absent


def test_a_name_is_not_shown_to_those_its_bearer_shut_out(picture):
    ada, boris, dora = picture.author, of("boris"), person("dora")
    befriend(ada, dora)
    actions.propose_tag(ada, picture=picture, persona=boris)
    actions.confirm_tag(boris, picture_id=picture.pk)
    assert names(dora, picture) == ["boris"]
    block(boris, persona=dora)
    assert names(dora, picture) == []
    assert names(ada, picture) == ["boris"]
    page = client_of(dora).get(f"/social/photos/{encode(picture.pk)}/").content.decode()
    assert "boris" not in page.lower()


def test_the_pages_of_asking_and_answering(picture):
    ada, boris = picture.author, of("boris")
    mine, address = client_of(ada), f"/social/pictures/{encode(picture.pk)}"
    assert mine.post(f"{address}/tag", {"name": "@boris"}).status_code == 303
    assert mine.post(f"{address}/tag", {"name": ""}).status_code == 422
    theirs = client_of(boris)
    assert "says that you are on this" in theirs.get("/social/photos/of-me/").content.decode()
    assert theirs.post(f"{address}/agree").status_code == 303
    assert "Your name is on this." in theirs.get(f"/social/photos/{encode(picture.pk)}/").content.decode()
    assert theirs.post(f"{address}/decline").status_code == 303
    assert mine.post(f"{address}/untag", {"persona": encode(boris.pk)}).status_code == 303
    assert client_of(None).post(f"{address}/agree").status_code in (302, 404)
