import pytest

from twofold.surfaces.api import doors
from twofold.surfaces.api.endpoints import applications
from twofold.surfaces.api.oauth import exchange


@pytest.fixture(autouse=True)
def _new_day() -> None:
    """What a process remembers of callers is forgotten between tests."""
    doors.forget_bearers()
    for window in (doors.calls, doors.uploads, exchange.attempts, applications.registrations):
        window.clear()
