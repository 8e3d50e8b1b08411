import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.albums import actions as albums
from twofold.network.albums.tests.test_albums import bare_picture
from twofold.network.media import actions as media
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db


def test_names_on_pictures_and_albums_to_add_to_are_told_until_they_are_answered(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ada, boris = person("ada"), person("boris")
    picture = bare_picture(ada)
    album = albums.make_album(ada, title="Lake", spec=EVERYONE)
    albums.add_pictures(ada, album=album, pictures=[picture])
    media.propose_tag(ada, picture=picture, persona=boris)
    albums.invite(ada, album=album, persona=boris)
    drain()
    page = client_of(boris).get("/social/notifications/").content.decode()
    assert "says that you are on a picture" in page
    assert "asks you to add to an album" in page
    assert client_of(boris).get(f"/social/notifications/open/tag:{ada.pk}/").url == "/social/photos/of-me/"
    media.decline_tag(boris, picture_id=picture.pk)
    albums.accept(boris, album_id=album.pk)
    drain()
    page = client_of(boris).get("/social/notifications/").content.decode()
    assert "picture" not in page.partition("<main")[2].partition("</main>")[0]
