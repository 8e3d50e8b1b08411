from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "twofold.surfaces.live"
    label = "live"
