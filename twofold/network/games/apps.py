from django.apps import AppConfig


class GamesConfig(AppConfig):
    name = "twofold.network.games"
    label = "games"
