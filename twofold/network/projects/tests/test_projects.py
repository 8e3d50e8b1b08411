"""A project from its beginning to its end, through its pages."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.hostile.pictures import picture
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.files.models import File
from twofold.network.projects import actions
from twofold.network.projects.models import Membership, Milestone, Project, Task
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
FORM = {"name": "Flood map", "about": "Where the water goes.", "openness": "private"}


def begin(client: Client, **words: str) -> tuple[Project, str]:
    answer = client.post("/professional/projects/new/", {**FORM, **words})
    assert answer.status_code == 303, answer.content
    project = Project.objects.latest("created_at")
    return project, f"/professional/projects/{encode(project.pk)}/"


def come_in(leader: Client, at: str, who: Persona, role: str = "maker") -> Client:
    assert leader.post(at + "people/", {"handle": who.handle, "role": role}).status_code == 303
    client = client_of(who)
    assert client.post(at + "answer/accept/").status_code == 303
    return client


def write(client: Client, at: str, title: str) -> tuple[Task, str]:
    assert client.post(at + "tasks/", {"title": title}).status_code == 303
    task = Task.objects.get(title=title)
    return task, f"{at}tasks/{encode(task.pk)}/"


def reads(client: Client, at: str) -> str:
    page = client.get(at, follow=True).content.decode()
    astray = re.findall(r'action="(?![/#?])[^"]+"', page)
    assert not astray, "forms lead where they should from every address"
    return page


def stands_in(task: Task) -> str:
    task.refresh_from_db()
    return task.column.name


@pytest.fixture
def ada() -> Persona:
    return person("ada", "professional", name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", "professional", name="Ben Okri")


def test_a_private_project_is_there_for_those_asked_and_its_board_for_those_in_it(ada, ben):
    leader, other, stranger = client_of(ada), client_of(ben), client_of(person("cleo", "professional"))
    _project, at = begin(leader)
    write(leader, at, "Measure the dike")
    for client in (other, stranger, Client()):
        assert client.get(at).status_code == 404
    leader.post(at + "people/", {"handle": "@ben"})
    assert "Flood map" in reads(other, "/professional/projects/")
    page = reads(other, at)
    assert "Where the water goes" in page
    assert "Measure the dike" not in page
    for part in ("list/", "month/", "activity/", "people/"):
        assert other.get(at + part).status_code == 404
    assert other.post(at + "tasks/", {"title": "Too early"}).status_code == 404
    other.post(at + "answer/accept/")
    for part in ("", "list/", "activity/"):
        assert "Measure the dike" in reads(other, at + part)
    assert "Ada Lind" in reads(other, at + "people/")
    assert stranger.get(at).status_code == 404


def test_a_no_is_silent_and_nobody_is_asked_twice(ada, ben):
    leader, other = client_of(ada), client_of(ben)
    _project, at = begin(leader)
    leader.post(at + "people/", {"handle": "ben"})
    reads(leader, at)
    before = reads(leader, at + "people/")
    other.post(at + "answer/decline/")
    assert reads(leader, at + "people/").count("Ben Okri") == before.count("Ben Okri")
    assert "Flood map" not in reads(other, "/professional/projects/")
    leader.post(at + "people/", {"handle": "ben"})
    assert "Flood map" not in reads(other, "/professional/projects/")
    refused = leader.post(at + "people/", {"handle": "nobody.here"})
    assert refused.status_code == 422
    assert "nobody.here" in refused.content.decode()


def test_tasks_move_by_buttons_and_into_their_place(ada):
    leader = client_of(ada)
    _project, at = begin(leader)
    (first, one), (second, two), (third, _three) = (
        write(leader, at, each) for each in ("One", "Two", "Three")
    )
    assert leader.post(one + "move/", {"step": "right"}).status_code == 303
    assert stands_in(first) == "Doing"
    leader.post(one + "move/", {"step": "right"})
    assert stands_in(first) == "Done"
    assert first.done_at is not None
    assert leader.post(one + "move/", {"step": "right"}).status_code == 303
    leader.post(one + "move/", {"step": "left"})
    assert stands_in(first) == "Doing"
    assert first.done_at is None
    column = {"column": encode(second.column_id)}
    moved = leader.post(one + "move/", {**column, "before": encode(third.pk)}, headers={"HX-Request": "true"})
    assert moved.status_code == 204
    leader.post(two + "move/", {"step": "down"})
    titles = list(
        Task.objects.filter(column=second.column_id).order_by("place").values_list("title", flat=True)
    )
    assert titles == ["One", "Two", "Three"]
    for _each in range(30):
        leader.post(one + "move/", {"step": "down"})
        leader.post(one + "move/", {"step": "up"})
    assert leader.post(one + "move/", {}).status_code == 404


def test_a_task_is_said_given_ticked_off_talked_about_and_taken_away(ada, ben):
    leader = client_of(ada)
    project, at = begin(leader)
    worker = come_in(leader, at, ben)
    actions.keep_label(ada, project=project, name="Field", hue=3)
    milestone = actions.keep_milestone(ada, project=project, name="First map")
    task, here = write(leader, at, "Measure")
    label = encode(project.labels.get().pk)
    words = {"title": "Measure twice", "words": "North side", "due": "2031-05-04", "version": 1}
    words |= {"label": label, "milestone": encode(milestone.pk)}
    assert leader.post(here, words).status_code == 303
    page = reads(worker, here)
    for each in ("Measure twice", "North side", "Field", "First map"):
        assert each in page
    stale = worker.post(here, {"title": "Mine", "words": "South side", "version": 1})
    assert stale.status_code == 422
    assert "South side" in stale.content.decode()
    assert "North side" in stale.content.decode()
    assert worker.post(here, {**words, "version": 2, "due": "soon"}).status_code == 422
    worker.post(here + "give/", {"mine": "on"})
    assert "Ben Okri" in reads(leader, here)
    leader.post(here + "checks/", {"words": "Take the long tape"})
    check = encode(task.checks.get().pk)
    worker.post(f"{here}checks/{check}/tick/")
    assert "1/1" in reads(leader, at)
    worker.post(here + "notes/", {"text": "The tape is wet"})
    assert "The tape is wet" in reads(leader, here)
    assert leader.post(here + "notes/", {"text": " "}).status_code == 422
    note = encode(task.notes.get().pk)
    assert leader.post(f"{here}notes/{note}/").status_code == 404
    assert worker.post(f"{here}notes/{note}/").status_code == 303
    assert "Measure twice" in reads(leader, at + "month/?at=2031-05")
    assert "Measure twice" in reads(leader, f"{at}list/?label={label}&state=open&who=" + encode(ben.pk))
    assert "Measure twice" not in reads(leader, at + "?who=me")
    worker.post(here + "drop/")
    assert leader.get(here).status_code == 404
    worker.post(here + "restore/")
    assert "Measure twice" in reads(leader, at)


def test_a_file_has_versions_and_is_what_its_name_says(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader)
    worker = come_in(leader, at, ben)
    task, here = write(leader, at, "Measure")
    for number, client in enumerate((leader, worker), 1):
        upload = SimpleUploadedFile("Heights.csv", f"a,{number}".encode())
        assert client.post(here + "files/", {"file": upload}).status_code == 303
    file = File.objects.get(about=task.pk)
    paper = f"/professional/files/{encode(file.pk)}/"
    assert "Ben Okri" in reads(leader, paper)
    answer = leader.get(paper + "1")
    assert b"".join(answer.streaming_content) == b"a,1"
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''Heights.csv"
    assert b"".join(leader.get(paper + "2").streaming_content) == b"a,2"
    assert leader.get(paper + "3").status_code == 404
    wrong = {
        "plan.pdf": b"<script>",
        "run.exe": b"MZ",
        "page.html": b"<b>",
        "note.txt": b"\0",
        "x.png": b"no",
    }
    for name, data in wrong.items():
        refused = leader.post(here + "files/", {"file": SimpleUploadedFile(name, data)})
        assert refused.status_code == 422, name
    photo = leader.post(here + "files/", {"file": SimpleUploadedFile("dike.png", picture("PNG"))})
    assert photo.status_code == 303
    assert "dike.webp" in reads(worker, here)
    worker.post(f"{here}files/{encode(file.pk)}/drop/")
    assert leader.get(paper).status_code == 404
    assert "Heights.csv" not in reads(leader, here)


def test_who_looks_on_talks_and_changes_nothing(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader, openness="members")
    reader = come_in(leader, at, ben, "reader")
    passer = client_of(person("cleo", "professional"))
    _task, here = write(leader, at, "Measure")
    assert reader.post(here + "notes/", {"text": "Mind the gap"}).status_code == 303
    assert "Mind the gap" in reads(passer, here)
    assert Client().get(at).status_code == client_of(person("dora", "social")).get(at).status_code == 404
    assert passer.post(here + "notes/", {"text": "Me too"}).status_code == 404
    for client in (reader, passer):
        for part, words in (("move/", {"step": "right"}), ("", {"title": "x", "version": 1}), ("drop/", {})):
            assert client.post(here + part, words).status_code == 404
        assert client.post(at + "tasks/", {"title": "x"}).status_code == 404
        assert client.get(at + "shape/").status_code == 404
        assert client.get(at + "edit/").status_code == client.get(at + "close/").status_code == 404


def test_a_project_closes_further_and_never_opens(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader, openness="public")
    _task, here = write(leader, at, "Measure")
    leader.post(here + "notes/", {"text": "In the open"})
    assert "In the open" in reads(Client(), here)
    leader.post(at + "edit/", {**FORM, "name": "Quiet map"})
    assert Client().get(here).status_code == client_of(ben).get(at).status_code == 404
    refused = leader.post(at + "edit/", {**FORM, "openness": "public"})
    assert refused.status_code == 422
    assert "never open up" in refused.content.decode()
    assert leader.post(at + "edit/", {**FORM, "began": "2031-05-04", "due": "2031-05-03"}).status_code == 422


def test_who_is_shut_out_reads_nothing_of_whoever_shuts_them_out(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader)
    worker, third = come_in(leader, at, ben), person("cleo", "professional", name="Cleo Vance")
    come_in(leader, at, third)
    _task, here = write(leader, at, "Measure")
    worker.post(here + "notes/", {"text": "By Ben alone"})
    worker.post(here + "give/", {"mine": "on"})
    block(ben, persona=third)
    page = reads(client_of(third), here)
    assert "Measure" in page
    assert "By Ben alone" not in page
    for part in ("", "people/", "activity/", "list/", f"tasks/{encode(_task.pk)}/"):
        assert "Ben Okri" not in reads(client_of(third), at + part)


def test_the_last_one_who_leads_hands_on_and_an_empty_project_goes(ada, ben):
    leader = client_of(ada)
    project, at = begin(leader)
    worker = come_in(leader, at, ben)
    _task, here = write(leader, at, "Measure")
    leader.post(here + "give/", {"mine": "on"})
    who = f"{at}people/{encode(ada.pk)}/"
    leader.post(who + "role/", {"role": "maker"})
    assert Membership.objects.get(project=project, persona=ada).role == "lead"
    assert "Ben Okri leads it after you" in reads(leader, at + "leave/").replace("</bdi></a>", "").replace(
        f'<a href="/professional/@{ben.handle}/"><bdi>', ""
    )
    leader.post(at + "leave/")
    assert leader.get(at).status_code == 404
    assert Membership.objects.get(project=project, persona=ben).role == "lead"
    assert "Nobody does it yet" in reads(worker, here)
    erase_persona(ben)
    drain()
    assert not Project.objects.exists()


def test_a_finished_project_is_read_only_until_it_is_taken_up_again(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader)
    worker = come_in(leader, at, ben)
    _task, here = write(leader, at, "Measure")
    assert worker.post(at + "close/", {"act": "finish"}).status_code == 404
    leader.post(at + "close/", {"act": "finish"})
    assert worker.post(here + "move/", {"step": "right"}).status_code == 404
    assert worker.post(here + "notes/", {"text": "Late"}).status_code == 404
    assert "Finished" in reads(worker, at)
    leader.post(at + "close/", {"act": "resume"})
    assert worker.post(here + "move/", {"step": "right"}).status_code == 303
    assert leader.post(at + "close/", {"act": "close", "name": "Flood"}).status_code == 422
    assert leader.post(at + "close/", {"act": "close", "name": "flood map"}).status_code == 303
    assert worker.get(at).status_code == 404


def test_the_board_is_shaped_by_who_leads(ada, ben):
    leader = client_of(ada)
    project, at = begin(leader)
    worker = come_in(leader, at, ben)
    _task, _here = write(leader, at, "Measure")
    assert leader.post(at + "shape/columns/", {"name": "Waiting"}).status_code == 303
    assert [each.name for each in project.columns.all()] == ["To do", "Doing", "Waiting", "Done"]
    assert worker.post(at + "shape/columns/", {"name": "Mine"}).status_code == 404
    to_do = encode(project.columns.first().pk)
    assert "Move them first" in reads_after(leader, f"{at}shape/columns/{to_do}/drop/")
    leader.post(f"{at}shape/columns/{to_do}/right/")
    leader.post(f"{at}shape/columns/{to_do}/name/", {"name": "Next"})
    assert [each.name for each in project.columns.all()] == ["Doing", "Next", "Waiting", "Done"]
    assert "needs a column" in reads_after(
        leader, f"{at}shape/columns/{encode(project.columns.last().pk)}/drop/"
    )
    refused = worker.post(at + "shape/milestones/", {"name": "m" * 90})
    assert refused.status_code == 422
    assert "m" * 90 in refused.content.decode()
    worker.post(at + "shape/milestones/", {"name": "First map", "due": "2031-05-04"})
    milestone = encode(project.milestones.get().pk)
    worker.post(f"{at}shape/milestones/{milestone}/reach/")
    assert "First map" in reads(leader, at + "activity/")
    assert worker.post(f"{at}shape/labels/{milestone}/drop/").status_code == 404


def reads_after(client: Client, at: str) -> str:
    return client.post(at, follow=True).content.decode()


def test_a_board_asks_the_same_questions_however_full_it_is(ada):
    leader = client_of(ada)
    project, at = begin(leader)

    def count(path: str) -> int:
        client = client_of(person(network="professional")) if project.openness != "private" else leader
        client.get(at + path)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(at + path).status_code == 200
        return len(asked)

    paths = ("", "list/", "month/", "activity/")
    label = actions.keep_label(ada, project=project, name="Field")
    task = actions.write_task(ada, project=project, title="Task")
    actions.edit_task(ada, task=task, version=1, title="Task", labels=[label.pk])
    actions.give_task(ada, task=task, persona_id=ada.pk)
    before = [count(path) for path in paths]
    for number in range(25):
        task = actions.write_task(ada, project=project, title=f"Task {number}")
        actions.edit_task(ada, task=task, version=1, title=f"Task {number}", labels=[label.pk])
        actions.give_task(ada, task=task, persona_id=ada.pk)
    assert [count(path) for path in paths] == before


def test_a_task_is_moved_to_another_day(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader)
    task, here = write(leader, at, "Measure the dike")
    reader = come_in(leader, at, ben, "reader")
    assert leader.post(here + "due/", {"due": "2027-03-10"}).status_code == 303
    task.refresh_from_db()
    assert (str(task.due), task.version) == ("2027-03-10", 2)
    for client, day in (
        (leader, "someday"),
        (reader, "2027-03-11"),
        (client_of(person("eve", "professional")), "2027-03-11"),
    ):
        assert client.post(here + "due/", {"due": day}).status_code == 404
    assert "data-month" in reads(leader, at + "month/?at=2027-03")
    assert "data-month" not in reads(reader, at + "month/?at=2027-03")
    late = leader.post(here, {"title": "Measure it", "version": "1", "due": "2027-03-01"})
    assert late.status_code == 422, "whose words were open since before the move is told"


def test_milestones_change_and_people_are_asked_by_name(ada, ben):
    leader = client_of(ada)
    _project, at = begin(leader)
    for name in ("First map", "Last map"):
        leader.post(at + "shape/milestones/", {"name": name})
    first = Milestone.objects.get(name="First map")
    here = f"{at}shape/milestones/{encode(first.pk)}/name/"
    wrong = leader.post(here, {"name": "last map", "due": "2027-03-01"})
    assert (wrong.status_code, "already" in wrong.content.decode()) == (422, True)
    assert "2027-03-01" in wrong.content.decode()
    leader.post(here, {"name": "Second map", "due": "2027-03-01"})
    assert "Second map" in reads(leader, at + "month/?at=2027-03")
    befriend(ada, ben)
    assert leader.post(at + "people/", {"handle": "Ben Okri"}).status_code == 303
