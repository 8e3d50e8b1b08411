from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "twofold.surfaces.web"
    label = "web"
