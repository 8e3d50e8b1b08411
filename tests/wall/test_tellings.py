"""Two tellings of one event: only accounts knows that two drafts belong together; once one is shared, nothing does."""

import json
import re

import pytest
from django.apps import apps
from django.db import connection

from tests.world import client_of, new_account, person
from twofold.foundation.courier.worker import drain
from twofold.network.posts.models import Draft, Post

pytestmark = pytest.mark.django_db


def rows_with(one: set[int], other: set[int]) -> list[str]:
    """The tables in which a row names something of the one side and something of the other."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            for row in cursor.fetchall():
                numbers = {int(each) for each in re.findall(r"\d{5,}", json.dumps(row, default=str))}
                if numbers & one and numbers & other:
                    found.append(model._meta.label)
    return found


def test_no_row_links_the_two_but_in_accounts_and_none_does_afterwards():
    login = new_account()
    puddle, rowan = person("puddle", "social", account=login), person("rowan", "professional", account=login)
    browser = client_of(puddle)
    fields = {
        "social-text": "They said yes",
        "social-reach": "everyone",
        "professional-text": "A new beginning",
        "professional-reach": "everyone",
    }
    address = browser.post("/tellings/new/job/", fields)["Location"]
    mine, theirs = Draft.objects.get(author=puddle), Draft.objects.get(author=rowan)
    drain()
    assert rows_with({puddle.pk, mine.pk}, {rowan.pk, theirs.pk}) == ["accounts.Telling"]
    browser.post(address, {**fields, "send": "professional"})
    drain()
    post = Post.objects.get()
    assert rows_with({puddle.pk, mine.pk}, {rowan.pk, theirs.pk, post.pk}) == []
