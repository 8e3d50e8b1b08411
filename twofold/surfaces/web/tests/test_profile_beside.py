"""What stands beside a profile: only what the reader may see of the other, and only what both share."""

import io
from datetime import date

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests.world import befriend, client_of, person
from twofold.network.media.actions import take_in
from twofold.network.posts.actions import publish
from twofold.network.profiles.actions import keep_entry
from twofold.people.audiences.specs import EVERYONE, ONLY_ME

pytestmark = pytest.mark.django_db


def beside(reader, persona) -> str:
    answer = client_of(reader).get(f"/{persona.network}/@{persona.handle}/beside/")
    assert answer.status_code == 200
    return answer.content.decode()


def photo(of, alt: str):
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PNG")
    return take_in(of, upload=ContentFile(file.getvalue(), name="a.png"), alt=alt)


def says(of, kind: str, spec, **fields) -> None:
    keep_entry(of, kind=kind, fields=fields, spec=spec)


def test_what_both_show_and_nothing_that_one_keeps():
    ada, ben = person("ada", "professional"), person("ben", "professional")
    for each, spec in ((ada, EVERYONE), (ben, EVERYONE)):
        says(
            each,
            "experience",
            spec,
            title="Pilot",
            organisation_name="Harbour Office",
            began=date(2019, 1, 1),
            current=True,
        )
        says(each, "interest", spec, title="Old maps")
    for each, spec in ((ada, EVERYONE), (ben, ONLY_ME)):
        says(each, "interest", spec, title="Night trains")
        says(each, "education", spec, title="BSc", organisation_name="Sea School", began=date(2010, 1, 1))
    page = beside(ada, ben)
    assert "Worked at <b><bdi>Harbour Office, since 2019</bdi></b>" in page
    assert "Like <b><bdi>Old maps</bdi></b>" in page
    assert "Night trains" not in page
    assert "Sea School" not in page
    assert "Night trains" in beside(ben, ada)


def test_at_work_the_way_between_two_and_whom_to_ask():
    ada, ben, cleo, dora = (person(each, "professional") for each in ("ada", "ben", "cleo", "dora"))
    befriend(ada, ben)
    befriend(ben, cleo)
    page = beside(ada, cleo)
    assert "<b><bdi>Ben</bdi></b> knows you both." in page
    assert "/introduction/?through=" in page
    assert "knows you both" not in beside(ada, ben)
    assert "How you could meet" not in beside(ada, dora)
    assert "Say hello" in beside(ada, dora)


def test_among_friends_the_pictures_and_faces_that_are_for_the_reader(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ada, ben, cleo = (person(each) for each in ("ada", "ben", "cleo"))
    for one, other in ((ada, ben), (ben, cleo), (ada, cleo)):
        befriend(one, other)
    publish(ben, text="Sea", spec=EVERYONE, pictures=[photo(ben, "The open sea")])
    publish(ben, text="Bed", spec=ONLY_ME, pictures=[photo(ben, "My own bed")])
    page = beside(ada, ben)
    assert "The open sea" in page
    assert "My own bed" not in page
    assert "/social/@cleo/" in page
    own = beside(ben, ben)
    assert "My own bed" in own
    assert "?as=anyone" in own


def test_only_for_members_of_the_network():
    ada, ben = person("ada"), person("ben")
    outside = client_of(person("work", "professional"))
    for browser in (client_of(None), outside):
        assert browser.get(f"/social/@{ben.handle}/beside/").status_code in (302, 303)
        assert "profile-beside" not in browser.get(f"/social/@{ben.handle}/").content.decode()
    assert "profile-beside" in client_of(ada).get(f"/social/@{ben.handle}/").content.decode()


def test_whoever_is_new_meets_a_next_step_on_their_own_page_and_nobody_else_does():
    ada, ben = person("ada"), person("ben", line="Here at last")
    page = client_of(ada).get("/social/@ada/").content.decode()
    assert "Add a picture" in page
    assert "done</span>" not in page
    assert "Add a picture" not in client_of(ben).get("/social/@ada/").content.decode()
    browser = client_of(person("cleo", "professional"))
    assert "0 of 6 done" in browser.get("/professional/@cleo/").content.decode()
    cv = browser.get("/professional/@cleo/cv/").content.decode()
    assert "Your CV writes itself" in cv
