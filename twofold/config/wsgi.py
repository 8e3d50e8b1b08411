"""The synchronous application: everything but live streams."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
