"""Videos through the field's interface."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.films import film
from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.surfaces.api.tests.doors import api_of, token_for

pytestmark = pytest.mark.django_db


def test_a_video_is_prepared_and_then_played(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    mine, bearer = api_of(ada), {"Authorization": f"Bearer {token_for(ada)}"}
    upload = SimpleUploadedFile("clip.mov", film(), content_type="video/quicktime")
    begun = Client().post("/api/v2/media", {"file": upload, "description": "A boat"}, headers=bearer)
    told = begun.json()
    assert (begun.status_code, told["type"], told["url"]) == (202, "video", None)
    assert mine.get(f"media/{told['id']}").status_code == 206
    drain()
    ready = mine.get(f"media/{told['id']}")
    assert ready.status_code == 200
    assert ready.json()["meta"]["original"]["frame_rate"] == "30/1"
    status = mine.post("statuses", {"status": "Look", "media_ids": [told["id"]]}).json()
    shown = api_of(boris).get(f"statuses/{status['id']}").json()["media_attachments"][0]
    assert (shown["type"], shown["description"]) == ("video", "A boat")
    path = shown["url"].removeprefix(settings.BASE_URL)
    stranger = Client()
    piece = stranger.get(path, headers={"Range": "bytes=0-9"})
    assert (piece.status_code, piece["Content-Type"]) == (206, "video/mp4")
    assert stranger.get(path.partition("?")[0], headers={"Range": "bytes=0-9"}).status_code == 404
