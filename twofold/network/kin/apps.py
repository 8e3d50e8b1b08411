from django.apps import AppConfig


class KinConfig(AppConfig):
    name = "twofold.network.kin"
    label = "kin"
