"""The synchronous application: everything but live streams."""

# First of ours: it sets Django up, and models can be read only after that.
from twofold.config.pages import pages  # isort: skip

from twofold.config.files import with_files
from twofold.config.hot import Hot

application = Hot(with_files(pages))
