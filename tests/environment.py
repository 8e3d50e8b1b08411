"""Loaded before anything else in a test run: a folder of its own for what is kept, and nothing of the developer's."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="twofold-test-")
os.mkdir(f"{_folder}/static")  # gathered files would lie there
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ["TWOFOLD_DATA_DIR"] = _folder
# What is made once in a run, by whichever worker comes first: the first process to be here is theirs, and cleans up.
if "TWOFOLD_TEST_SHARED" not in os.environ:
    os.environ["TWOFOLD_TEST_SHARED"] = tempfile.mkdtemp(prefix="twofold-shared-")
    atexit.register(shutil.rmtree, os.environ["TWOFOLD_TEST_SHARED"], ignore_errors=True)
# Templates are compiled once in a run, for the servers that tests start as well.
os.environ["TWOFOLD_CACHE_DIR"] = os.path.join(os.environ["TWOFOLD_TEST_SHARED"], "cache")
os.environ["TWOFOLD_MAIL_URL"] = "memorymail://"
os.environ["TWOFOLD_BASE_URL"] = "http://localhost:8000"
os.environ["TWOFOLD_DEMO"] = "0"
