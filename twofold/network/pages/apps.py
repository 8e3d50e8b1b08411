from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "twofold.network.pages"
    label = "pages"
