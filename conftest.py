"""What every test has: quick settings, and the order in which files are run."""

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
