"""The pages, as Django serves them. Importing this sets Django up."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twofold.config.settings")

from django.core.wsgi import get_wsgi_application

pages = get_wsgi_application()
