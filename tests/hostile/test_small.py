"""A few of the hostile files of `make hostile`, in every test run."""

from random import Random

import pytest

from tests.hostile.bearing import MOST_MB, bear
from tests.hostile.films import broken, sized
from tests.hostile.pictures import animations, bombs, metadata, pretenders, truncated


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def _some():
    chance = Random(7)
    for files, step in (
        (bombs(), 9), (metadata(), 6), (animations(), 7), (truncated(chance), 17), (pretenders(chance), 11),
        (broken(chance), 23), (sized(chance), 5),
    ):  # fmt: skip
        yield from list(files)[::step]


def test_nothing_hostile_crashes_us_or_eats_the_machine():
    borne = [bear(name, data) for name, data in _some()]
    assert len(borne) > 25
    assert not [each for each in borne if each.crash]
    assert max(each.megabytes for each in borne) <= MOST_MB
