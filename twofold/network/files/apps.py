from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "twofold.network.files"
    label = "files"
