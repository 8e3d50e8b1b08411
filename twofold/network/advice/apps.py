from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "twofold.network.advice"
    label = "advice"
