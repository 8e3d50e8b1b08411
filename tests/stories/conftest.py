"""One Chromium and one server for each module of browser journeys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.look.camera import browser
from tests.stories.stage import Town, town


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town of tests/stories/browser_world.py, served for this module."""
    with town(tmp_path_factory.mktemp("town")) as running:
        yield running
