from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "twofold.network.visits"
    label = "visits"
