"""What every test has: quick settings, the order in which files are run, and what its server said when it fails."""

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

# How fast a machine draws examples says nothing of what is tested with them.
examples.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("any machine")


@pytest.fixture(autouse=True)
def _quick_settings(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Real hashing would cost each sign-in in a test a tenth of a second.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# The longest, at the latest when all others are done, would be run by one process while the others wait.
_FIRST = ("test_browser_walk.py", "test_matrix.py", "test_fill.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, then those with a browser, which wait a good deal, beside those that do not."""

    def place(item: pytest.Item) -> int:
        if item.path.name in _FIRST:
            return _FIRST.index(item.path.name)
        return len(_FIRST) + (item.get_closest_marker("browser") is None)

    items.sort(key=place)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Beside a failure, the end of what the real servers of that test wrote: the cause of a 500 stands only there."""
    report = yield
    if report.failed:
        for name, value in getattr(item, "funcargs", {}).items():
            log = getattr(getattr(value, "server", value), "log", None)
            if isinstance(log, Path) and log.exists():
                report.sections.append(
                    (f"server of {name}", "\n".join(_alarms(log.read_text(errors="replace"))))
                )
    return report


def _alarms(said: str) -> list[str]:
    return [line for line in said.splitlines() if '"level": "info"' not in line][-60:]
