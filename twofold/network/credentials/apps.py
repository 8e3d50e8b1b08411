from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "twofold.network.credentials"
    label = "credentials"
