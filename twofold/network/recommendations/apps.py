from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    name = "twofold.network.recommendations"
    label = "recommendations"
