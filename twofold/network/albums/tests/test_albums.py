import pytest

from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.albums import actions, queries
from twofold.network.albums.models import Album, Contributor, Item
from twofold.network.media.models import Picture
from twofold.network.posts.actions import forget_unused_pictures
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    FRIENDS_OF_FRIENDS,
    MEMBERS,
    ONLY_ME,
    named,
)
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def bare_picture(author: Persona) -> Picture:
    """A row without files: what only the tables are asked about."""
    return Picture.objects.create(
        author=author, audience=compose(author, ONLY_ME), width=4, height=3, bytes=1, created_at=clock.now()
    )


def album_of(author: Persona, number: int = 0, spec=ALL_TIES, title: str = "Summer") -> Album:
    album = actions.make_album(author, title=title, spec=spec)
    actions.add_pictures(author, album=album, pictures=[bare_picture(author) for _each in range(number)])
    return queries.get(Viewer.of(author), album.pk)


def order(viewer: Persona, album: Album) -> list[int]:
    return [row.picture for row in queries.items(Viewer.of(viewer), album)]


def sees(persona: Persona, album: Album) -> bool:
    try:
        queries.get(Viewer.of(persona), album.pk)
    except Absent:
        return False
    return True


def shared(owner: Persona, guest: Persona, spec=ONLY_ME) -> Album:
    album = album_of(owner, 1, spec)
    actions.invite(owner, album=album, persona=guest)
    actions.accept(guest, album_id=album.pk)
    return queries.get(Viewer.of(owner), album.pk)


def test_the_page_of_an_album_asks_the_same_door_as_everything_else():
    ada, boris, cyril, dora = (person(each) for each in ("ada", "boris", "cyril", "dora"))
    befriend(ada, boris)
    befriend(boris, cyril)
    block(ada, persona=dora)
    specs = (EVERYONE, MEMBERS, ALL_TIES, FRIENDS_OF_FRIENDS, ONLY_ME, named({cyril.pk}))
    albums = [album_of(ada, 3, spec) for spec in specs]
    Picture.objects.filter(pk=order(ada, albums[0])[1]).update(live=False)
    guest = shared(ada, boris, EVERYONE)
    actions.add_pictures(boris, album=guest, pictures=[bare_picture(boris)])
    block(boris, persona=cyril)
    other = Viewer.of(person("ada.work", "professional"))
    for viewer in (
        *(Viewer.of(each) for each in (ada, boris, cyril, dora)),
        other,
        Viewer.stranger("social"),
    ):
        for album in (*albums, guest):
            seen = Picture.objects.visible_to(viewer).filter(item__album=album).order_by("item__place")
            by_orm = list(seen.values_list("pk", flat=True))
            assert [row.picture for row in queries.items(viewer, album)] == by_orm
            assert queries.counted(viewer, [album.pk]).get(album.pk, 0) == len(by_orm)


def test_pictures_reach_whom_their_album_reaches():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    album = album_of(ada, 2)
    assert sees(boris, album)
    assert len(order(boris, album)) == 2
    actions.change_album(ada, album=album, title="Summer", description="", spec=ONLY_ME)
    assert not sees(boris, album)
    assert not Picture.objects.visible_to(Viewer.of(boris)).exists()
    with pytest.raises(Refused, match="name"):
        actions.change_album(ada, album=album, title=" ", description="", spec=ONLY_ME)


def test_a_picture_has_one_place():
    ada = person("ada")
    album = album_of(ada, 1)
    held = Picture.objects.get()
    with pytest.raises(Refused, match="one place"):
        actions.add_pictures(ada, album=album, pictures=[held])
    Picture.objects.update(created_at="2020-01-01 00:00+00:00")
    assert forget_unused_pictures() == 0


def test_order_is_by_buttons_and_by_hand():
    ada = person("ada")
    album = album_of(ada, 4)
    one, two, three, four = order(ada, album)
    actions.shift(ada, album=album, picture_id=three, by=-1)
    assert order(ada, album) == [one, three, two, four]
    actions.shift(ada, album=album, picture_id=one, by=-1)
    actions.arrange(ada, album=album, order=[four, three, two, one, 17])
    assert order(ada, album) == [four, three, two, one]
    item = queries.item(Viewer.of(ada), three)
    assert queries.beside(Viewer.of(ada), item) == (four, two)


def test_what_lies_on_top_stays_something_that_is_there():
    ada = person("ada")
    album = album_of(ada, 3)
    one, two, three = order(ada, album)
    cover = lambda: Album.objects.get(pk=album.pk).cover_id  # noqa: E731
    assert cover() == one
    actions.set_cover(ada, album=album, picture_id=three)
    actions.remove_items(ada, picture_ids=[three])
    assert cover() == one
    actions.remove_items(ada, picture_ids=[one, two])
    assert cover() is None
    actions.restore_items(ada, picture_ids=[two])
    assert cover() == two


def test_what_was_taken_out_comes_back_within_a_day():
    ada, boris = person("ada"), person("boris")
    album = album_of(ada, 2)
    one, two = order(ada, album)
    with pytest.raises(Absent):
        actions.remove_items(boris, picture_ids=[one])
    actions.remove_items(ada, picture_ids=[one])
    assert order(ada, album) == [two]
    with pytest.raises(Absent):
        actions.restore_items(boris, picture_ids=[one])
    actions.restore_items(ada, picture_ids=[one])
    assert order(ada, album) == [one, two]
    actions.remove_items(ada, picture_ids=[one])
    Item.objects.filter(picture=one).update(removed_at="2020-01-01 00:00+00:00")
    assert actions.forget_deleted() == 1
    assert not Picture.objects.filter(pk=one).exists()


def test_an_album_is_deleted_whole_and_comes_back_whole():
    ada = person("ada")
    album = album_of(ada, 2)
    actions.remove_items(ada, picture_ids=order(ada, album)[:1])
    actions.delete_album(ada, album=album)
    assert not sees(ada, album)
    assert not Picture.objects.filter(live=True).exists()
    actions.restore_album(ada, album=queries.deleted(ada, album.pk))
    assert len(order(ada, album)) == 1
    actions.delete_album(ada, album=album)
    Album.objects.update(deleted_at="2020-01-01 00:00+00:00")
    with pytest.raises(Refused, match="too late"):
        actions.restore_album(ada, album=album)
    actions.forget_deleted()
    assert not Album.objects.exists()
    assert not Picture.objects.exists()


def test_pictures_move_and_reach_whom_their_new_album_reaches():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    album, target = album_of(ada, 3), album_of(ada, 1, ONLY_ME, "Secret")
    moved = order(ada, album)[:2]
    assert actions.move_items(ada, picture_ids=moved, target=target) == 2
    assert len(order(boris, album)) == 1
    assert order(ada, target)[1:] == moved
    assert not Picture.objects.visible_to(Viewer.of(boris)).filter(pk__in=moved).exists()
    with pytest.raises(Absent):
        actions.move_items(boris, picture_ids=order(boris, album), target=target)


def test_who_is_asked_sees_and_adds_only_after_a_yes():
    ada, boris, cleo = (person(each) for each in ("ada", "boris", "cleo"))
    album = album_of(ada, 1, ONLY_ME)
    actions.invite(ada, album=album, persona=boris)
    assert not sees(boris, album)
    assert [each.album_id for each in queries.invitations(Viewer.of(boris))] == [album.pk]
    actions.accept(boris, album_id=album.pk)
    assert sees(boris, album)
    assert not sees(cleo, album)
    actions.add_pictures(boris, album=album, pictures=[bare_picture(boris)])
    assert len(order(ada, album)) == 2
    album = queries.get(Viewer.of(ada), album.pk)
    assert actions.chosen_spec(album) == ONLY_ME
    actions.change_album(ada, album=album, title="Still", description="", spec=ONLY_ME)
    assert sees(boris, album)
    with pytest.raises(Refused, match="Only the one who made"):
        actions.arrange(boris, album=album, order=[])
    with pytest.raises(Absent):
        actions.accept(cleo, album_id=album.pk)


def test_a_no_is_kept_and_not_told():
    ada, boris = person("ada"), person("boris")
    album = album_of(ada)
    actions.invite(ada, album=album, persona=boris)
    actions.decline(boris, album_id=album.pk)
    album = queries.get(Viewer.of(ada), album.pk)
    shown = [(each.persona_id, each.accepted) for each in queries.contributors(Viewer.of(ada), album)]
    actions.invite(ada, album=album, persona=boris)
    assert queries.invitations(Viewer.of(boris)) == []
    assert shown == [(boris.pk, False)]
    assert [(each.persona_id, each.accepted) for each in queries.contributors(Viewer.of(ada), album)] == shown


def test_who_leaves_sees_it_no_more_and_takes_out_what_they_added():
    ada, boris = person("ada"), person("boris")
    album = shared(ada, boris)
    actions.add_pictures(boris, album=album, pictures=[bare_picture(boris)])
    actions.decline(boris, album_id=album.pk)
    assert not sees(boris, album)
    assert len(order(ada, album)) == 2
    other = shared(ada, boris)
    actions.uninvite(ada, album=other, persona_id=boris.pk)
    assert not sees(boris, other)
    assert not Contributor.objects.filter(album=other).exists()


def test_after_a_block_everybody_takes_home_what_is_theirs():
    ada, boris = person("ada"), person("boris")
    album = shared(ada, boris)
    actions.add_pictures(boris, album=album, pictures=[bare_picture(boris)])
    block(boris, persona=ada)
    drain()
    assert len(order(ada, album)) == 1
    home = Album.objects.get(author=boris)
    assert len(order(boris, home)) == 1
    assert not sees(ada, home)
    assert not sees(boris, album)


def test_who_goes_for_good_takes_their_albums_and_leaves_others_theirs():
    ada, boris = person("ada"), person("boris")
    album = shared(ada, boris)
    actions.add_pictures(boris, album=album, pictures=[bare_picture(boris)])
    erase_persona(ada)
    drain()
    assert [each.author_id for each in Album.objects.all()] == [boris.pk]
    assert [each.author_id for each in Picture.objects.all()] == [boris.pk]


def test_albums_belong_to_the_social_network():
    with pytest.raises(Refused, match="social"):
        actions.make_album(person("ada", "professional"), title="Work", spec=MEMBERS)
