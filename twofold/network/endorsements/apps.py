from django.apps import AppConfig


class EndorsementsConfig(AppConfig):
    name = "twofold.network.endorsements"
    label = "endorsements"
