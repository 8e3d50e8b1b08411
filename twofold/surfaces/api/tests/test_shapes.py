"""Every answer against the shape that clients of the field expect, written by hand here, apart from our schemas."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile

from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.network.endorsements import actions as endorsements
from twofold.reach.notifications.models import Kind, Notification
from twofold.surfaces.api.tests.doors import Api, api_of
from twofold.surfaces.api.tests.pictures import png

pytestmark = pytest.mark.django_db

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
ID = re.compile(r"[1-9]\d*")
HTTP = re.compile(r"http://localhost:8000/.+")


class Maybe:
    def __init__(self, shape: Any):
        self.shape = shape


class Several:
    def __init__(self, shape: Any):
        self.shape = shape


ACCOUNT = {
    "id": ID, "username": str, "acct": str, "display_name": str, "locked": bool, "bot": bool, "group": bool,
    "discoverable": bool, "indexable": bool, "created_at": MOMENT, "note": str, "url": HTTP, "uri": HTTP,
    "avatar": HTTP, "avatar_static": HTTP, "header": HTTP, "header_static": HTTP, "followers_count": int,
    "following_count": int, "statuses_count": int, "last_status_at": Maybe(str), "emojis": [], "roles": [],
    "hide_collections": bool, "noindex": bool,
    "fields": Several({"name": str, "value": str, "verified_at": Maybe(str)}),
}  # fmt: skip
OWN = {**ACCOUNT, "role": dict, "source": {
    "privacy": str, "sensitive": bool, "language": Maybe(str), "note": str, "fields": list,
    "follow_requests_count": int,
}}  # fmt: skip
SIZE = {"width": int, "height": int, "size": re.compile(r"\d+x\d+"), "aspect": float}
MEDIA = {
    "id": ID, "type": re.compile("image"), "url": HTTP, "preview_url": HTTP, "remote_url": Maybe(str),
    "preview_remote_url": Maybe(str), "text_url": Maybe(str), "meta": {"original": SIZE, "small": SIZE},
    "description": Maybe(str), "blurhash": Maybe(str),
}  # fmt: skip
STATUS: dict[str, Any] = {
    "id": ID, "created_at": MOMENT, "edited_at": Maybe(MOMENT), "in_reply_to_id": Maybe(ID),
    "in_reply_to_account_id": Maybe(ID), "sensitive": bool, "spoiler_text": str,
    "visibility": re.compile("public|unlisted|private|direct"), "language": Maybe(str), "uri": HTTP,
    "url": Maybe(HTTP), "content": str, "replies_count": int, "reblogs_count": int, "favourites_count": int,
    "favourited": bool, "reblogged": bool, "bookmarked": bool, "muted": bool, "pinned": bool,
    "account": ACCOUNT, "application": Maybe(dict), "media_attachments": Several(MEDIA),
    "mentions": Several({"id": ID, "username": str, "acct": str, "url": HTTP}),
    "tags": Several({"name": str, "url": HTTP}), "emojis": [], "card": Maybe(dict), "poll": Maybe(dict),
    "filtered": [], "quote": Maybe({"state": str, "quoted_status": dict}),
}  # fmt: skip
STATUS["reblog"] = Maybe(STATUS.copy() | {"reblog": Maybe(dict)})
RELATIONSHIP = {
    "id": ID, "following": bool, "showing_reblogs": bool, "notifying": bool, "languages": Maybe(list),
    "followed_by": bool, "blocking": bool, "blocked_by": bool, "muting": bool, "muting_notifications": bool,
    "requested": bool, "requested_by": bool, "domain_blocking": bool, "endorsed": bool, "note": str,
}  # fmt: skip
NOTIFICATION = {
    "id": ID, "created_at": MOMENT, "group_key": str, "account": ACCOUNT, "status": Maybe(STATUS),
    "type": re.compile("favourite|mention|reblog|quote|follow|follow_request"),
}  # fmt: skip


def fits(value: Any, shape: Any, at: str = "") -> None:
    """Assert that `value` has exactly this shape."""
    if isinstance(shape, Maybe):
        if value is not None:
            fits(value, shape.shape, at)
    elif isinstance(shape, Several):
        assert isinstance(value, list), at
        for number, each in enumerate(value):
            fits(each, shape.shape, f"{at}[{number}]")
    elif isinstance(shape, dict):
        assert set(value) == set(shape), f"{at}: {set(value) ^ set(shape)}"
        for name, inner in shape.items():
            fits(value[name], inner, f"{at}.{name}")
    elif isinstance(shape, re.Pattern):
        assert isinstance(value, str), at
        assert shape.fullmatch(value), f"{at}: {value}"
    elif isinstance(shape, type):
        assert type(value) is shape, f"{at}: {value!r}"
    else:
        assert value == shape, at


@pytest.fixture
def street():
    ada, ben = person("ada", about="Bakes.\n\nSings.", pronouns="she/her"), person("ben")
    befriend(ada, ben)
    return api_of(ada), api_of(ben), ada, ben


def upload(api: Api) -> dict[str, Any]:
    file = ContentFile(png(), name="bread.png")
    answer = api.client.post("/api/v2/media", {"file": file, "description": "A loaf"})
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_people(street):
    api, _other, ada, ben = street
    fits(api.get("accounts/verify_credentials").json(), OWN)
    fits(api.get(f"accounts/{ben.pk}").json(), ACCOUNT)
    fits(api.get("accounts/lookup", acct="ben").json(), ACCOUNT)
    fits(Api().get("accounts/lookup", acct="ben").json(), ACCOUNT)
    fits(api.get("accounts/search", q="be").json(), Several(ACCOUNT))
    api.post(f"accounts/{ben.pk}/follow")
    for path in ("following", "followers"):
        fits(api.get(f"accounts/{ada.pk}/{path}").json(), Several(ACCOUNT))
    assert len(api.get(f"accounts/{ada.pk}/following").json()) == 1
    fits(api.client.get(f"/api/v1/accounts/relationships?id[]={ben.pk}").json(), Several(RELATIONSHIP))
    found = api.client.get("/api/v2/search?q=ben").json()
    fits(found, {"accounts": Several(ACCOUNT), "statuses": [], "hashtags": []})
    assert len(found["accounts"]) == 1


def test_what_one_does_with_people(street):
    api, _other, _ada, ben = street
    for verb, name, value in (
        ("follow", "following", True), ("unfollow", "following", True), ("mute", "muting", True),
        ("unmute", "muting", False), ("block", "blocking", True), ("unblock", "blocking", False),
    ):  # fmt: skip
        answer = api.post(f"accounts/{ben.pk}/{verb}")
        assert answer.status_code == 200, answer.content
        fits(answer.json(), RELATIONSHIP)
        assert answer.json()[name] is value, verb


def test_posts_with_everything_in_them(street):
    api, other, _ada, _ben = street
    media = upload(api)
    fits(media, MEDIA)
    body = {
        "status": "For @ben #bread",
        "media_ids": [media["id"]],
        "spoiler_text": "crumbs",
        "language": "en",
    }
    made = api.post("statuses", {**body, "visibility": "public"}).json()
    fits(made, STATUS)
    assert made["media_attachments"][0]["description"] == "A loaf"
    comment = other.post("statuses", {"status": "Yes", "in_reply_to_id": made["id"]}).json()
    fits(comment, STATUS)
    again = other.post(f"statuses/{made['id']}/reblog").json()
    fits(again, STATUS)
    drain()
    for path in ("timelines/home", "timelines/public", "timelines/tag/bread"):
        found = api.get(path).json()
        assert found, path
        fits(found, Several(STATUS))
    context = {"ancestors": Several(STATUS), "descendants": Several(STATUS)}
    fits(api.get(f"statuses/{made['id']}/context").json(), context)
    edit = {
        "content": str, "spoiler_text": str, "sensitive": bool, "created_at": MOMENT, "account": ACCOUNT,
        "poll": Maybe(dict), "media_attachments": Several(MEDIA), "emojis": [],
    }  # fmt: skip
    fits(api.get(f"statuses/{made['id']}/history").json(), Several(edit))
    fits(api.get(f"statuses/{made['id']}/source").json(), {"id": ID, "text": str, "spoiler_text": str})
    fits(api.send("DELETE", f"statuses/{made['id']}").json(), {**STATUS, "text": str})


def test_notifications(street):
    api, other, _ada, ben = street
    made = api.post("statuses", {"status": "Ready", "visibility": "public"}).json()
    other.post(f"statuses/{made['id']}/favourite")
    other.post(f"statuses/{made['id']}/reblog")
    other.post("statuses", {"status": "Coming", "in_reply_to_id": made["id"]})
    drain()
    found = api.get("notifications").json()
    fits(found, Several(NOTIFICATION))
    assert {each["type"] for each in found} >= {"favourite", "reblog", "mention"}
    assert {each["account"]["id"] for each in found} == {str(ben.pk)}
    likes = api.client.get("/api/v1/notifications?types[]=favourite").json()
    assert [each["type"] for each in likes] == ["favourite"]
    fits(api.get(f"notifications/{likes[0]['id']}").json(), NOTIFICATION)
    assert other.get(f"notifications/{likes[0]['id']}").status_code == 404
    assert other.post(f"notifications/{likes[0]['id']}/dismiss").status_code == 404
    assert api.post(f"notifications/{likes[0]['id']}/dismiss").json() == {}
    assert len(api.get("notifications").json()) == len(found) - 1
    pages: list[dict[str, Any]] = []
    below = None
    while page := api.get("notifications", limit=1, **({"max_id": below} if below else {})).json():
        pages, below = pages + page, page[-1]["id"]
    assert len({each["id"] for each in pages}) == len(pages) == len(found) - 1
    assert api.post("notifications/clear").json() == {}
    assert api.get("notifications").json() == []


GROUP = {
    "group_key": str, "notifications_count": int, "type": NOTIFICATION["type"], "most_recent_notification_id": int,
    "page_min_id": ID, "page_max_id": ID, "latest_page_notification_at": MOMENT, "sample_account_ids": Several(ID),
    "status_id": Maybe(ID),
}  # fmt: skip
GROUPED = {
    "accounts": Several(ACCOUNT), "statuses": Several(STATUS), "notification_groups": Several(GROUP),
}  # fmt: skip


def test_notifications_in_groups(street):
    api, other, ada, ben = street
    cyd = person("cyd")
    befriend(ada, cyd)
    made = api.post("statuses", {"status": "Ready", "visibility": "public"}).json()
    for each in (other, api_of(cyd)):
        each.post(f"statuses/{made['id']}/favourite")
        each.post("statuses", {"status": "Coming", "in_reply_to_id": made["id"]})
    drain()
    found = api.client.get("/api/v2/notifications").json()
    fits(found, GROUPED)
    likes = next(each for each in found["notification_groups"] if each["type"] == "favourite")
    assert (likes["notifications_count"], likes["status_id"]) == (2, made["id"])
    assert set(likes["sample_account_ids"]) == {str(ben.pk), str(cyd.pk)}
    assert sum(each["type"] == "mention" for each in found["notification_groups"]) == 2, (
        "what is said stands alone"
    )
    assert {each["id"] for each in found["accounts"]} >= set(likes["sample_account_ids"])
    whole = api.client.get("/api/v2/notifications/unread_count").json()["count"]
    assert whole == len(found["notification_groups"])
    apart = api.client.get("/api/v2/notifications?grouped_types[]=follow").json()["notification_groups"]
    assert len(apart) == whole + 1
    at = f"/api/v2/notifications/{likes['group_key']}"
    fits(api.client.get(at).json(), GROUPED)
    assert len(api.client.get(f"{at}/accounts").json()) == 2
    for path in (at, f"{at}/accounts", "/api/v2/notifications/favourite-7", "/api/v2/notifications/x"):
        assert other.client.get(path).status_code == 404
    assert other.client.post(f"{at}/dismiss").status_code == 404
    assert api.client.post(f"{at}/dismiss").json() == {}
    assert api.client.get(at).status_code == 404
    assert set(api.client.get("/api/v2/notifications/policy").json()["summary"].values()) == {0}


def test_whom_and_what_one_may_follow(street):
    api, _other, _ada, ben = street
    cyd, ivy = person("cyd"), person("ivy")
    befriend(ben, cyd)
    fits(api.get("suggestions").json(), Several(ACCOUNT))
    first = api.client.get("/api/v2/suggestions").json()[0]
    assert first["account"]["id"] == str(cyd.pk)
    common = api.client.get(f"/api/v1/accounts/familiar_followers?id[]={cyd.pk}&id[]={ivy.pk}").json()
    assert [[each["username"] for each in row["accounts"]] for row in common] == [["ben"], []]
    assert api.send("DELETE", f"suggestions/{cyd.pk}").json() == {}
    assert str(cyd.pk) not in [each["id"] for each in api.get("suggestions").json()]
    assert api.get("tags/Bread").json()["following"] is False
    assert api.post("tags/Bread/follow").json()["following"] is True
    assert [each["name"].lower() for each in api.get("followed_tags").json()] == ["bread"]
    assert api.get("tags/bread").json()["following"] is True
    assert api.post("tags/bread/unfollow").json()["following"] is False
    assert api.get("followed_tags").json() == []
    assert api.post("tags/two words/follow").status_code == 422


def test_clients_are_told_only_of_what_their_protocol_has_a_word_for(street):
    """What others say of one's work has none: it stands on the pages, and breaks no client."""
    nadia, tomas = person("nadia", "professional"), person("tomas", "professional")
    befriend(nadia, tomas)
    endorsements.endorse(tomas, skill=endorsements.claim(nadia, name="Python"))
    drain()
    api = api_of(nadia)
    assert Notification.objects.filter(recipient=nadia, kind=Kind.ENDORSED).exists()
    assert Kind.ENDORSED not in {each["type"] for each in api.get("notifications").json()}
    assert api.get("notifications/unread_count").json()["count"] == len(api.get("notifications").json())
    told = Notification.objects.get(recipient=nadia, kind=Kind.ENDORSED)
    assert api.get(f"notifications/{told.pk}").status_code == 404


def test_the_server_itself_and_the_quiet_corners(street):
    api, *_rest = street
    first, second = Api().get("instance").json(), Api().client.get("/api/v2/instance").json()
    assert first["version"] == second["version"]
    assert Api().client.get("/api/v2/instance/").json() == second
    assert first["uri"] == second["domain"] == "localhost:8000"
    assert second["configuration"]["statuses"]["max_characters"] == 10_000
    assert not second["configuration"]["urls"]["streaming"]
    for path in (
        "custom_emojis",
        "announcements",
        "filters",
        "lists",
        "conversations",
        "instance/peers",
        "domain_blocks",
        "endorsements",
        "featured_tags",
        "accounts/7/lists",
        "notifications/requests",
    ):
        assert api.get(path).json() == []
    assert api.get("preferences").json()["posting:default:visibility"] == "private"
    set_to = api.post("markers", {"home": {"last_read_id": "77"}}).json()
    assert set_to["home"]["last_read_id"] == "77"
    assert api.client.get("/api/v1/markers?timeline[]=home").json()["home"]["version"] == 1
    link = Api().client.get("/.well-known/nodeinfo").json()["links"][0]["href"]
    assert (
        Api().client.get(link.removeprefix("http://localhost:8000")).json()["software"]["name"] == "twofold"
    )
    assert "S256" in Api().client.get("/.well-known/oauth-authorization-server").content.decode()


def test_oneself_can_be_described_anew(street):
    api, *_rest = street
    body = {"display_name": "Ada of Bakers' Row", "note": "Bread."}
    changed = api.send("PATCH", "accounts/update_credentials", body).json()
    fits(changed, OWN)
    assert changed["display_name"] == body["display_name"]
    assert changed["source"]["note"] == "Bread."
