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
        (bombs(), 13), (metadata(), 11), (animations(), 11), (truncated(chance), 31), (pretenders(chance), 19),
        (broken(chance), 37), (sized(chance), 9),
    ):  # fmt: skip
        yield from list(files)[::step]


def test_nothing_hostile_crashes_us_or_eats_the_machine():
    borne = [bear(name, data) for name, data in _some()]
    assert len(borne) > 12
    assert not [each for each in borne if each.crash]
    assert max(each.megabytes for each in borne) <= MOST_MB
