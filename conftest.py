"""What every test has: quick settings, and the fixtures of tests/world.py by import."""

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
