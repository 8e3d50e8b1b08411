from django.apps import AppConfig


class RankingConfig(AppConfig):
    name = "twofold.reach.ranking"
    label = "ranking"
