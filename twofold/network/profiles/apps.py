from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "twofold.network.profiles"
    label = "profiles"
