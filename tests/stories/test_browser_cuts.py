"""A small run of tests/stories/cutting.py in every suite: `python -m tests.stories.cutting` cuts a hundred times."""

import pytest
from playwright.sync_api import Browser

from tests.stories.cutting import gated, hold

pytestmark = pytest.mark.browser


def test_nothing_is_lost_or_doubled_while_the_network_is_cut(tmp_path, chromium: Browser):
    with gated(tmp_path) as (here, gate):
        outcome = hold(here, gate, chromium, cuts=5, messages=15)
    assert (outcome.lost, outcome.doubled, outcome.in_order) == (0, 0, True), str(outcome)
    assert outcome.cuts == 5
