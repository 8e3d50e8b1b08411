"""Settings of every test run: a folder of its own for what is kept, and nothing of the developer's."""

import os
import shutil
import tempfile

import pytest

_folder = tempfile.mkdtemp(prefix="twofold-test-")
os.environ["TWOFOLD_DATA_DIR"] = _folder
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")
os.environ["TWOFOLD_MAIL_URL"] = "memorymail://"
os.environ.setdefault("TWOFOLD_DEMO", "0")


def pytest_unconfigure() -> None:
    shutil.rmtree(_folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _plain_settings(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Real hashing would cost each sign-in in a test a tenth of a second.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
