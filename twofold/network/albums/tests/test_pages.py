import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.films import film
from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.albums import actions
from twofold.network.albums.models import Album, Item
from twofold.network.albums.tests.test_albums import album_of, bare_picture
from twofold.network.media.models import Picture
from twofold.network.media.tests.test_taking_in import photo
from twofold.people.audiences.specs import EVERYONE, ONLY_ME

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_an_album_from_the_first_form_to_the_last():
    ada = person("ada")
    mine = client_of(ada)
    assert "No album yet" in mine.get("/social/photos/").content.decode()
    wrong = mine.post("/social/albums/new", {"title": "", "description": "Kept", "reach": "ties"})
    assert wrong.status_code == 422
    assert "Give the album a name." in wrong.content.decode()
    assert "Kept" in wrong.content.decode()
    made = mine.post("/social/albums/new", {"title": "Low tide", "description": "", "reach": "ties"})
    where = made["Location"]
    files = [photo(), ContentFile(film(), name="b.mov"), ContentFile(b"MZ" + bytes(300), name="c.jpg")]
    added = mine.post(where + "add", {"pictures": files})
    assert added.status_code == 422
    assert "c.jpg: This is not a picture" in added.content.decode()
    page = mine.get(where).content.decode()
    assert page.count('class="tile"') == 2
    assert "Low tide" in mine.get("/social/@ada/photos/").content.decode()
    album = Album.objects.get()
    one, two = Item.objects.order_by("place").values_list("picture", flat=True)
    mine.post(where + "arrange", {"intent": f"later:{encode(one)}"})
    assert list(Item.objects.order_by("place").values_list("picture", flat=True)) == [two, one]
    mine.post(where + "arrange", {"intent": "order", "order": f"{encode(one)},{encode(two)}"})
    assert list(Item.objects.order_by("place").values_list("picture", flat=True)) == [one, two]
    mine.post(f"/social/albums/pictures/{encode(one)}/caption", {"caption": "The pier"})
    assert "The pier" in mine.get(f"/social/photos/{encode(one)}/").content.decode()
    mine.post(f"/social/albums/pictures/{encode(two)}/cover")
    gone = mine.post(where + "arrange", {"intent": "delete", "chosen": [encode(one)]}, follow=True)
    assert "1 picture deleted." in gone.content.decode()
    mine.post("/social/albums/put-back", {"picture": encode(one)})
    assert mine.get(where).content.decode().count('class="tile"') == 2
    assert mine.post(where + "arrange", {"intent": "delete"}).status_code == 422
    mine.post(f"/social/albums/pictures/{encode(two)}/remove")
    assert "Delete" in mine.get(where + "delete").content.decode()
    assert mine.post(where + "delete")["Location"] == "/social/photos/"
    assert mine.get(where).status_code == 404
    assert mine.post(where + "restore")["Location"] == where
    assert Album.objects.get(pk=album.pk).live


def test_script_adds_what_it_sent_ahead():
    ada = person("ada")
    album = album_of(ada)
    picture = bare_picture(ada)
    where = f"/social/albums/{encode(album.pk)}/"
    answer = client_of(ada).post(
        where + "add", {"picture": encode(picture.pk)}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 204
    assert Item.objects.get().picture == picture
    strange = bare_picture(person("boris"))
    assert client_of(ada).post(where + "add", {"picture": encode(strange.pk)}).status_code == 422


def test_asking_and_answering_on_pages():
    ada, boris = person("ada"), person("boris", name="Boris B")
    album = album_of(ada, 1, ONLY_ME, "Secret lake")
    where, mine, theirs = f"/social/albums/{encode(album.pk)}/", client_of(ada), client_of(boris)
    assert mine.post(where + "people", {"name": "@nobody"}).status_code == 422
    assert mine.post(where + "people", {"name": "@boris"}).status_code == 303
    assert "Boris B" in mine.get(where + "people").content.decode()
    assert theirs.get(where).status_code == 404
    assert "Secret lake" in theirs.get("/social/photos/").content.decode()
    assert theirs.post(where + "answer", {"say": "yes"})["Location"] == where
    assert "Also added to by" in mine.get(where).content.decode()
    assert theirs.get(where + "add").status_code == 200
    assert theirs.get(where + "edit").status_code == 403
    theirs.post(where + "answer", {"say": "no"})
    assert theirs.get(where).status_code == 404


def test_albums_are_in_the_social_network_alone():
    ada = person("ada")
    album = album_of(ada, 1, EVERYONE)
    work = client_of(person("ada.work", "professional"))
    for path in (
        f"albums/{encode(album.pk)}/",
        "photos/",
        "photos/of-me/",
        "albums/new",
        "@ada.work/photos/",
    ):
        assert work.get(f"/professional/{path}").status_code == 404
    assert client_of(None).get(f"/social/albums/{encode(album.pk)}/").status_code == 200
    assert client_of(None).get("/social/photos/").status_code == 302


def test_as_many_queries_for_two_pictures_as_for_two_hundred():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    small, large = album_of(ada, 2), album_of(ada, 210)
    client = client_of(boris)
    for pages in (
        ("/social/@ada/photos/",),
        (f"/social/albums/{encode(small.pk)}/", f"/social/albums/{encode(large.pk)}/"),
    ):
        counts = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert client.get(page).status_code == 200
            counts.append(len(asked))
        assert len(set(counts)) == 1, counts
    page = client.get(f"/social/albums/{encode(large.pk)}/").content.decode()
    assert page.count('class="tile"') == 200
    following = page.partition('rel="next" href="')[2].partition('"')[0]
    assert (
        client.get(f"/social/albums/{encode(large.pk)}/{following}").content.decode().count('class="tile"')
        == 10
    )


def test_shelves_ask_as_much_for_one_album_as_for_many():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    album_of(ada, 1)
    mine, theirs = client_of(ada), client_of(boris)
    before = [
        _asked(mine, "/social/photos/"),
        _asked(theirs, "/social/photos/"),
        _asked(theirs, "/social/@ada/photos/"),
    ]
    for _each in range(8):
        album_of(ada, 2)
    after = [
        _asked(mine, "/social/photos/"),
        _asked(theirs, "/social/photos/"),
        _asked(theirs, "/social/@ada/photos/"),
    ]
    assert before == after


def _asked(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_page_of_one_picture_leads_to_its_neighbours():
    ada = person("ada")
    album = album_of(ada, 3, EVERYONE)
    one, two, three = Item.objects.order_by("place").values_list("picture", flat=True)
    page = client_of(None).get(f"/social/photos/{encode(two)}/").content.decode()
    assert f"/social/photos/{encode(one)}/" in page
    assert f"/social/photos/{encode(three)}/" in page
    assert album.title in page
    actions.delete_album(ada, album=album)
    assert client_of(None).get(f"/social/photos/{encode(two)}/").status_code == 404
    assert Picture.objects.count() == 3
