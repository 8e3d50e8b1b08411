"""A small run in every suite; `make durability` is the whole one."""

from tests import postgres
from tests.durability.run import hold


def test_what_was_acknowledged_survives_being_killed(tmp_path):
    with postgres.fresh(1) as addresses:
        outcome = hold(tmp_path, writes=40, kills=2, people=6, address=addresses[0])
    assert outcome.problems == []
    assert outcome.acknowledged >= 40
    assert outcome.kills >= 2
    assert outcome.retried
