from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "twofold.surfaces.api"
    label = "api"
