from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "twofold.network.media"
    label = "media"
