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
    """The longest files first; then those with a browser, which wait a good deal, among those that do not."""
    files = list(dict.fromkeys(item.path for item in items))
    with_browser = {item.path for item in items if item.get_closest_marker("browser")}
    others = [each for each in files if each not in with_browser]
    # Three quarters down the others the last browser is begun: it shall not run on alone.
    apart = 0.75 * len(others) / max(1, len(with_browser))
    places = {each: (1, float(place)) for place, each in enumerate(others)}
    waiting = (each for each in files if each in with_browser)
    places |= {each: (1, place * apart - 0.5) for place, each in enumerate(waiting)}
    places |= {each: (0, _FIRST.index(each.name)) for each in files if each.name in _FIRST}
    items.sort(key=lambda item: places[item.path])


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
