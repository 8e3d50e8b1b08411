"""The guard looks at both sides of somebody, and afterwards nobody but they can tell: no row, no line of a log."""

import json
import logging

import pytest
from django.apps import apps
from django.db import connection

from tests.world import befriend, client_of, new_account, person
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db


def everything() -> str:
    """All rows of all tables but sessions, which any request may renew."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in ("sessions", "usersessions") or model._meta.proxy:
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            found[model._meta.label] = sorted(map(str, cursor.fetchall()))
    return json.dumps(found)


def test_the_guard_writes_nothing_anywhere(caplog):
    login = new_account()
    puddle, rowan = person("puddle", "social", account=login), person("rowan", "professional", account=login)
    mate = person("mate", "professional", name="Mate Lund")
    befriend(rowan, mate, kind="colleague")
    post = actions.publish(mate, text="The yellow door of the office sticks again", spec=EVERYONE)
    actions.publish(rowan, text="We measured the eastern dike twice before winter", spec=EVERYONE)
    social, work = client_of(puddle), client_of(rowan)
    social.get("/social/"), work.get("/professional/")
    before = everything()
    with caplog.at_level(logging.DEBUG):
        said = social.post(
            "/social/posts/guard",
            {"text": "Mate Lund: we measured the eastern dike twice before winter", "reach": "everyone"},
        )
        read = work.get(f"/professional/posts/{encode(post.pk)}/elsewhere")
    assert "You name Mate Lund" in said.content.decode()
    assert "has said this already" in said.content.decode()
    assert read.status_code == 200
    assert before == everything()
    lines = "\n".join(record.getMessage() for record in caplog.records if record.name == "request")
    for word in ("puddle", "rowan", "Lund", "dike", encode(rowan.pk), encode(puddle.pk)):
        assert word not in lines


def test_nobody_can_ask_it_about_somebody_else():
    """Whatever is sent along, it looks at the two sides of whoever asks."""
    login = new_account()
    person("puddle", "social", account=login)
    rowan = person("rowan", "professional", account=login, name="Rowan Marsh")
    actions.publish(rowan, text="We measured the eastern dike twice before winter", spec=EVERYONE)
    said = client_of(person("other", "social")).post(
        "/social/posts/guard",
        {
            "text": "Rowan Marsh: we measured the eastern dike twice before winter",
            "reach": "everyone",
            "author": encode(rowan.pk),
        },
    )
    assert "no presence in the other network" in said.content.decode()
    assert client_of(None).post("/social/posts/guard", {"text": "Rowan Marsh"}).status_code in (302, 401, 403)
