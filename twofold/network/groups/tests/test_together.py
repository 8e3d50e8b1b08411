"""What members make together: pages with their history, files, petitions and pledges; and the figures of a group."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.files.models import File
from twofold.network.groups import actions
from twofold.network.groups.models import Call, Group, Sheet, Signature
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Persona:
    return person("ada", name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", name="Ben Okri")


def circle(owner: Persona, *members: Persona, openness: str = "private") -> tuple[Group, str]:
    group = actions.make_group(owner, name="Dike watchers", openness=openness, door="open")
    for each in members:
        actions.join(each, group=group)
    return group, f"/social/groups/{encode(group.pk)}/"


def reads(client: Client, at: str) -> str:
    page = client.get(at, follow=True).content.decode()
    astray = re.findall(r'action="(?![/#?])[^"]+"', page)
    assert not astray, "forms lead where they should from every address"
    return page


def test_two_who_write_on_one_page_are_told_and_lose_nothing(ada, ben):
    _group, at = circle(ada, ben)
    one, other, stranger = client_of(ada), client_of(ben), client_of(person("cleo"))
    assert one.post(at + "pages/new/", {"title": "Keys", "text": "Sluice: Ada\nPump: Ben"}).status_code == 303
    sheet = Sheet.objects.get()
    here = f"{at}pages/{encode(sheet.pk)}/"
    form = {"title": "Keys", "number": 1}
    assert other.post(here + "edit/", {**form, "text": "Sluice: Ben\nPump: Ben"}).status_code == 303
    late = one.post(here + "edit/", {**form, "text": "Sluice: Ada\nPump: Cleo"})
    words = late.content.decode()
    assert late.status_code == 422
    assert "changed this page while you wrote" in words
    assert "<del>Sluice: Ben</del>" in words
    assert "<ins>Pump: Cleo</ins>" in words
    assert "Sluice: Ada\nPump: Cleo" in words
    assert (
        one.post(here + "edit/", {**form, "number": 2, "text": "Sluice: Ben\nPump: Cleo"}).status_code == 303
    )
    assert "<del>Sluice: Ada</del>" in reads(other, here + "history/?version=2")
    assert sheet.versions.count() == 3
    one.post(here + "edit/", {**form, "number": 3, "text": "Sluice: Ben\nPump: Cleo"})
    assert sheet.versions.count() == 3
    rich = "# Gates\n\n- by [day](https://day.example)\n- see https://a.example/x.\n\n"
    rich += "<script>steal()</script> `https://b.example`"
    one.post(here + "edit/", {**form, "number": 3, "text": rich})
    page = reads(one, here)
    for words in (
        "<h3>Gates</h3>",
        '<a href="https://day.example"',
        ">https://a.example/x</a>.",
        "<code>https://b.example</code>",
    ):
        assert words in page
    assert "<script>steal" not in page
    for path in (here, here + "history/", here + "edit/", at + "pages/", at + "pages/new/"):
        assert stranger.get(path).status_code == 404
    assert other.post(here + "drop/").status_code == 404
    assert one.post(at + "pages/new/", {"title": "", "text": "Lost?"}).status_code == 422
    block(ben, persona=ada)
    assert "Ben Okri" not in reads(one, here + "history/")
    assert one.post(here + "drop/").status_code == 303
    assert other.get(here).status_code == 404


def test_files_are_for_those_inside_and_go_with_the_group(ada, ben):
    group, at = circle(ada, ben)
    one, other = client_of(ada), client_of(ben)
    stranger = client_of(person("cleo"))
    for text in (b"one", b"two"):
        assert other.post(at + "files/", {"file": SimpleUploadedFile("plan.txt", text)}).status_code == 303
    file = File.objects.get()
    paper = f"/social/files/{encode(file.pk)}/"
    assert b"".join(one.get(paper + "2").streaming_content) == b"two"
    assert stranger.get(paper + "1").status_code == stranger.get(paper).status_code == 404
    assert stranger.get(at + "files/").status_code == 404
    assert other.post(f"{at}files/{encode(file.pk)}/drop/").status_code == 404
    actions.leave(ben, group=group)
    assert other.get(paper + "2").status_code == 404
    actions.close_group(ada, group=group)
    drain()
    assert not File.objects.exists()
    assert one.get(paper).status_code == 404


def test_each_member_signs_once_and_the_count_is_of_those_who_are_there(ada, ben):
    group, at = circle(ada, ben, openness="public")
    one, other, stranger = client_of(ada), client_of(ben), client_of(person("cleo", name="Cleo Vance"))
    assert other.post(at + "calls/", {"kind": "pledge", "title": "No gravel"}).status_code == 404
    assert one.post(at + "calls/", {"kind": "pledge", "title": " ", "goal": 3}).status_code == 422
    assert (
        one.post(at + "calls/", {"kind": "petition", "title": "Mow in June only", "goal": 4}).status_code
        == 303
    )
    call = Call.objects.get()
    here = f"{at}calls/{encode(call.pk)}/"
    stranger.post(here + "sign/")
    assert not Signature.objects.exists()
    for _each in range(3):
        other.post(here + "sign/", {"named": "on"})
    one.post(here + "sign/")
    page = reads(Client(), at + "calls/")
    assert "2 members signed" in page
    assert "Ben Okri" in page
    assert "Ada Lind" not in page
    assert "came to this network after it opened" not in page
    late = person("dora")
    Persona.objects.filter(pk=late.pk).update(created_at=clock.now() + timedelta(hours=1))
    actions.join(late, group=group)
    client_of(late).post(here + "sign/")
    assert "1 of them came to this network after it opened" in reads(one, at + "calls/")
    one.post(here + "unsign/")
    erase_persona(ben)
    drain()
    assert "1 member signed" in reads(one, at + "calls/")
    assert client_of(late).post(here + "close/").status_code == 404
    one.post(here + "close/")
    one.post(here + "sign/")
    assert "1 member signed" in reads(one, at + "calls/")


def test_an_archived_group_takes_no_page_file_or_name(ada, ben):
    group, at = circle(ada, ben)
    actions.make_call(ada, group=group, kind="pledge", title="No gravel")
    actions.archive_group(ada, group=group)
    other = client_of(ben)
    assert other.post(at + "pages/new/", {"title": "Late", "text": "x"}).status_code == 422
    assert other.post(at + "files/", {"file": SimpleUploadedFile("a.txt", b"x")}).status_code == 422
    other.post(f"{at}calls/{encode(Call.objects.get().pk)}/sign/")
    assert not Signature.objects.exists()


def test_figures_are_for_those_who_keep_the_group_and_narrowing_takes_all_along(ada, ben):
    group, at = circle(ada, ben, openness="public")
    actions.write(ben, group=group, text="High water")
    actions.write_sheet(ada, group=group, title="Keys", text="x")
    page = reads(client_of(ada), at + "numbers/")
    assert "Members, day by day: 0 – 2" in page
    assert client_of(ben).get(at + "numbers/").status_code == 404
    here = f"{at}pages/{encode(Sheet.objects.get().pk)}/"
    assert Client().get(here).status_code == 200
    actions.edit_group(ada, group=group, name="Dike watchers", openness="private", door="open")
    assert Client().get(here).status_code == 404
    assert client_of(ben).get(here).status_code == 200
