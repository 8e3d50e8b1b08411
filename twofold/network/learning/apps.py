from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "twofold.network.learning"
    label = "learning"
