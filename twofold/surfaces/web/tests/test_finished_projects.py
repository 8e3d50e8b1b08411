"""From a finished project to the CVs of those who say that they had a part in it, and to what endorsements rest on."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements.actions import claim, endorse
from twofold.network.profiles.models import Entry, Member
from twofold.network.projects import actions

pytestmark = pytest.mark.django_db


def told(who) -> str:
    drain()
    return client_of(who).get("/professional/notifications/").content.decode()


def profile(owner, viewer=None) -> str:
    drain()
    return client_of(viewer).get(f"/professional/@{owner.handle}/").content.decode()


def test_each_confirms_for_themselves_and_both_stand_on_both():
    ada, ben, cleo = (person(name, "professional", name=name.title()) for name in ("ada", "ben", "cleo"))
    befriend(ada, ben)
    project = actions.make_project(ada, name="Flood map", openness="members")
    at = f"/professional/projects/{encode(project.pk)}/"
    for each in (ben, cleo):
        actions.invite(ada, project=project, persona=each)
        assert "asks you to take part in “<bdi>Flood map</bdi>”" in told(each)
        actions.accept(each, project=project)
    actions.say_part(ben, project=project, words="Fieldwork")
    task = actions.write_task(ada, project=project, title="Measure")
    actions.give_task(ada, task=task, persona_id=ben.pk)
    assert "gave you a task: “<bdi>Measure</bdi>”" in told(ben)
    assert (
        client_of(ben).get(f"/professional/projects/task/{encode(task.pk)}/", follow=True).status_code == 200
    )
    assert client_of(ben).post(at + "confirm/").status_code == 404
    client_of(ada).post(at + "close/", {"act": "finish"})
    assert "did you have a part in it" in told(ben)
    assert not Entry.objects.exists()
    for each in (ada, ben):
        assert client_of(each).post(at + "confirm/").status_code == 303
        client_of(each).post(at + "confirm/")
    assert "did you have a part in it" not in told(ben)
    assert Entry.objects.filter(title="Flood map").count() == 2
    assert Member.objects.count() == 2
    page = profile(ada)
    assert "Flood map" in page
    assert "Fieldwork" in page
    assert "Flood map" not in profile(cleo)
    skill = claim(ada, name="Hydrology")
    endorse(ben, skill=skill)
    grounds = client_of(ben).get(f"/professional/skills/{encode(skill.pk)}/ground", follow=True)
    assert "built together: Flood map" in grounds.content.decode()


def test_a_private_project_goes_on_a_profile_for_its_owner_alone():
    ada = person("ada", "professional")
    project = actions.make_project(ada, name="Quiet map", openness="private")
    actions.finish_project(ada, project=project)
    actions.confirm_part(ada, project=project)
    assert "Quiet map" in profile(ada, ada)
    assert "Quiet map" not in profile(ada)
