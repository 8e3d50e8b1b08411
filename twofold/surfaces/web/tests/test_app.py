"""Each network as an app: what its manifest and worker say, what they never say, and whose pages a browser holds."""

import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.world import account_of, client_of, person
from twofold.network.posts.models import Draft, Post

pytestmark = pytest.mark.django_db
OTHER = {"social": "rofessional", "professional": "ocial"}


@pytest.fixture
def ada():
    ada = person("ada")
    person("ada.works", "professional", account=account_of(ada))
    return ada


@pytest.mark.parametrize("network", OTHER)
def test_a_manifest_is_of_one_network_and_the_same_for_everybody(ada, network):
    at = f"/{network}/app/manifest.webmanifest"
    answer = client_of(ada).get(at)
    assert answer.content == Client().get(at).content
    assert answer.headers["Content-Type"] == "application/manifest+json"
    said = json.loads(answer.content)
    assert said["id"] == said["scope"] == said["start_url"] == f"/{network}/"
    assert said["share_target"]["action"].startswith(said["scope"])
    assert {each["sizes"] for each in said["icons"]} == {"192x192", "512x512"}
    assert any(each["purpose"] == "maskable" for each in said["icons"])
    assert OTHER[network] not in answer.content.decode()
    assert f'<link rel="manifest" href="{at}">' in client_of(ada).get(f"/{network}/").content.decode()


@pytest.mark.parametrize("network", OTHER)
def test_a_worker_reaches_one_network_and_is_never_kept(ada, network):
    answer = Client().get(f"/{network}/worker.js")
    assert answer.content == client_of(ada).get(f"/{network}/worker.js").content
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Service-Worker-Allowed" not in answer.headers, "no further than its folder"
    assert answer.headers["Content-Type"].startswith("text/javascript")
    text = answer.content.decode()
    assert f"/{OTHER[network]}" not in text
    app = json.loads(re.match(r"const app = (\{.*\});\n", text)[1])
    for each in app["shell"]:
        if not each.startswith("/static/"):
            assert Client().get(each).status_code == 200, each


def test_what_another_app_shares_stands_in_the_composer_and_nothing_is_sent(ada):
    client = client_of(ada)
    answer = client.get(
        "/social/app/share",
        {"title": "A walk", "text": "A walk", "url": "https://example.org/é"},
        follow=True,
    )
    page = answer.content.decode()
    assert "A walk\nhttps://example.org/é" in page
    assert page.count("A walk") == 1
    assert client.get("/social/app/share", {"text": "x" * 9_000}).status_code == 303
    where = client.post("/social/app/share", {"text": "A walk"})["Location"]
    assert where == "/social/posts/new?text=A+walk"
    assert "/account/login/" in Client().get("/social/app/share", {"text": "x"}).headers.get(
        "Location", "/account/login/"
    )


def test_pictures_that_a_phone_shares_wait_in_a_draft_and_no_other_site_puts_them_there(ada):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account_of(ada))

    def share(site: str, *files: SimpleUploadedFile) -> str:
        what = {"title": "Low tide", "pictures": list(files)}
        return client.post("/social/app/share", what, headers={"sec-fetch-site": site})["Location"]

    small = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(small, "PNG")
    picture, letter = (
        SimpleUploadedFile(name, text) for name, text in (("a.png", small.getvalue()), ("b.txt", b"b"))
    )
    page = client.get(share("none", picture, letter)).content.decode()
    assert "Low tide" in page
    assert page.count("desk-picture") >= 1
    assert "b.txt: This is not a picture" in page
    assert not Post.objects.filter(author=ada).exists()
    picture.seek(0)
    assert share("cross-site", picture) == "/social/posts/new?text=Low+tide"
    assert Draft.objects.filter(author=ada).count() == 1


def test_a_page_says_whose_it_is_by_a_mark_of_one_network(ada):
    client, ben = client_of(ada), client_of(person("ben"))
    marks = {
        client.get("/social/").headers["Twofold-For"],
        client.get("/professional/").headers["Twofold-For"],
        ben.get("/social/").headers["Twofold-For"],
    }
    assert len(marks) == 3
    assert not any(str(ada.pk) in mark for mark in marks)
    again = client_of(ada).get("/social/")
    assert again.headers["Twofold-For"] in marks, "the same in every session"
    assert f'data-for="{again.headers["Twofold-For"]}"' in again.content.decode()
    for stranger in (Client().get("/social/"), ben.get("/professional/"), ben.get("/social/app/offline")):
        assert stranger.headers.get("Twofold-For", "") not in marks - {
            ben.get("/social/").headers["Twofold-For"]
        }


def test_what_waited_for_somebody_else_is_not_sent_in_ones_own_name(ada):
    ben = client_of(person("ben"))
    mark = client_of(ada).get("/social/").headers["Twofold-For"]
    at = "/social/people/circles/"
    assert ben.post(at, {"name": "Hers"}, headers={"Twofold-For": mark}).status_code == 409
    assert "Hers" not in ben.get(at).content.decode()
    own = ben.get("/social/").headers["Twofold-For"]
    assert ben.post(at, {"name": "Mine"}, headers={"Twofold-For": own}).status_code == 303


def test_whoever_signs_out_leaves_nothing_in_the_browser(ada):
    client = client_of(ada)
    assert "Clear-Site-Data" not in client.get("/account/logout/").headers
    assert client.post("/account/logout/").headers["Clear-Site-Data"] == '"storage"'
