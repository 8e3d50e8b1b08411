"""The wall at the JSON door: two tokens of one account have nothing in common that anybody could see."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from tests.world import account_of, befriend, new_account, person
from twofold.foundation.courier.worker import drain
from twofold.surfaces.api import doors as limits
from twofold.surfaces.api.models import AccessToken, RefreshToken
from twofold.surfaces.api.tests.doors import Api, api_of, register, token_for
from twofold.surfaces.api.tests.pictures import png

pytestmark = pytest.mark.django_db

READS = (
    "accounts/verify_credentials", "timelines/home", "timelines/public", "notifications", "bookmarks",
    "favourites", "blocks", "mutes", "follow_requests", "preferences", "apps/verify_credentials",
    "notifications/unread_count",
)  # fmt: skip


@pytest.fixture
def both():
    account = new_account()
    return person("nadia", "professional", account=account), person("nadi", "social", account=account)


def test_a_token_of_one_network_reads_nothing_private_of_the_other(both):
    work, home = (api_of(each) for each in both)
    private = home.post("statuses", {"status": "At the lake"}).json()
    direct = home.post("statuses", {"status": "Only me", "visibility": "direct"}).json()
    public = home.post("statuses", {"status": "For everyone", "visibility": "public"}).json()
    drain()
    for status in (private, direct, public):
        path = f"statuses/{status['id']}"
        absent = work.get("statuses/4242").content
        for answer in (work.get(path), work.get(f"{path}/context"), work.get(f"{path}/history")):
            assert answer.status_code == 404
            assert answer.content == absent
        for verb in ("favourite", "reblog", "bookmark"):
            assert work.post(f"{path}/{verb}").status_code == 404
        assert work.send("DELETE", path).status_code == 404
    assert work.get(f"accounts/{both[1].pk}").status_code == 404
    assert work.post(f"accounts/{both[1].pk}/follow").status_code == 404
    for path in READS:
        assert b"lake" not in work.get(path).content


def test_nothing_that_one_token_is_told_names_the_other_persona_or_the_login(both):
    account = account_of(both[0])
    app = register()
    for me, other in (both, both[::-1]):
        api = Api(token_for(me, app=app))
        secrets = [str(other.pk), f"@{other.handle}/", f'"{other.handle}"', str(account.pk), account.email]
        for path in READS:
            answer = api.get(path)
            told = answer.content.decode() + str(answer.headers)
            assert not [each for each in secrets if each in told], path


def test_no_row_of_a_token_names_the_login_and_no_two_have_a_value_in_common(both):
    app = register()
    tokens = [token_for(each, app=app) for each in both]
    account = account_of(both[0])
    for model in (AccessToken, RefreshToken):
        one, other = map(dict, model.objects.filter(user__in=both).values())
        shared = {name for name in one if one[name] == other[name] and one[name] not in (None, "", [])} - {
            "application_id",
            "scope",
        }
        assert not shared
        assert str(account.pk) not in json.dumps([one, other], default=str)
    assert len({len(each) for each in tokens}) == 1


def test_each_token_has_an_allowance_of_its_own(both, settings):
    settings.API_RATE = 5
    one, other = (api_of(each) for each in both)
    limits.calls.clear()
    left = [one.get("preferences").headers["X-RateLimit-Remaining"] for _each in range(5)]
    assert left == ["4", "3", "2", "1", "0"]
    refused = one.get("preferences")
    assert refused.status_code == 429
    assert refused.json()["error"]
    assert refused.headers["X-RateLimit-Limit"] == "5"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.000Z", refused.headers["X-RateLimit-Reset"])
    assert other.get("preferences").headers["X-RateLimit-Remaining"] == "4"


def test_pictures_have_an_allowance_of_their_own(both):
    api = api_of(both[0])
    limits.uploads.clear()
    token_id = AccessToken.objects.get(user=both[0]).pk
    for _each in range(limits.UPLOADS_ALLOWED):
        limits.uploads.take(token_id, limits.UPLOADS_ALLOWED)
    answer = api.client.post("/api/v2/media", {"file": ContentFile(png(), name="a.png")})
    assert answer.status_code == 429


def test_a_picture_opens_with_a_readers_key_for_as_long_as_the_door_does():
    ada, ben = person("ada"), person("ben")
    befriend(ada, ben)
    author, reader, stranger = api_of(ada), api_of(ben), api_of(person("stranger"))
    media = author.client.post("/api/v2/media", {"file": ContentFile(png(), name="a.png")}).json()
    status = author.post("statuses", {"status": "Look", "media_ids": [media["id"]]}).json()
    shown = reader.get(f"statuses/{status['id']}").json()["media_attachments"][0]["url"]
    address = shown.removeprefix("http://localhost:8000")
    fetched = Client().get(address)
    assert fetched.status_code == 200
    assert fetched["Content-Type"] == "image/webp"
    assert fetched["Cache-Control"] == "private, no-store"
    bare, key = address.split("?key=")
    theirs = stranger.get("accounts/verify_credentials")
    assert theirs.status_code == 200
    for wrong in (bare, f"{bare}?key={key[:-1]}0x", f"{bare}?key=", f"{bare}?key=1.{'0' * 32}"):
        assert Client().get(wrong).status_code == 404
    ben_token = AccessToken.objects.filter(user=ben)
    author.post(f"accounts/{ben.pk}/block")
    assert Client().get(address).status_code == 404
    author.post(f"accounts/{ben.pk}/unblock")
    befriend(ada, ben)
    assert Client().get(address).status_code == 200
    ben_token.delete()
    assert Client().get(address).status_code == 404


def test_whoever_blocks_shuts_out_and_sees_whom(both):
    ada, ben = person("ada"), person("ben")
    api, other = api_of(ada), api_of(ben)
    assert api.post(f"accounts/{ben.pk}/block").json()["blocking"] is True
    absent = other.client.get("/api/v1/accounts/relationships?id[]=4242").content
    assert other.client.get(f"/api/v1/accounts/relationships?id[]={ada.pk}").content == absent == b"[]"
    assert other.get("accounts/lookup", acct="ada").status_code == 404
    assert [each["username"] for each in api.get("blocks").json()] == ["ben"]
    assert api.client.get(f"/api/v1/accounts/relationships?id[]={ben.pk}").json()[0]["blocking"] is True


def test_nothing_tells_when_somebody_joined():
    one, other = person("ada"), person("ben")
    told = {Api().get(f"accounts/{each.pk}").json()["created_at"] for each in (one, other)}
    assert len(told) == 1
