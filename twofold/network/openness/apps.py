from django.apps import AppConfig


class OpennessConfig(AppConfig):
    name = "twofold.network.openness"
    label = "openness"
