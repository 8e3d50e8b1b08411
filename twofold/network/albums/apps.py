from django.apps import AppConfig


class AlbumsConfig(AppConfig):
    name = "twofold.network.albums"
    label = "albums"
