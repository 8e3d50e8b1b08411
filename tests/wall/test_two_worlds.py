"""Nobody can tell from what they get whether two personas are one person."""

import pytest
from django.core import mail
from django.db import transaction

from tests.wall.two_lives import Story
from tests.wall.two_worlds import Ear, differing_bytes


def telling(*, shared: bool) -> list[Ear]:
    """Tell the story on an empty stage and leave nothing behind."""
    mail.outbox = []
    with transaction.atomic():
        heard = Story(shared=shared).tell()
        transaction.set_rollback(True)
    return heard


@pytest.mark.django_db
def test_one_login_or_two_is_all_the_same_to_others(record_property):
    bytes_apart, where = differing_bytes(telling(shared=True), telling(shared=False))
    record_property("differ", bytes_apart)
    assert bytes_apart == 0, where


def test_the_comparison_sees_a_difference():
    """Were these equal, the test above would mean nothing."""
    one, other = Ear("somebody"), Ear("somebody")
    one.heard, other.heard = [("page", "Rowan Marsh")], [("page", "Rowan Marsh @puddle")]
    assert differing_bytes([one], [other])[0] == len(" @puddle")
