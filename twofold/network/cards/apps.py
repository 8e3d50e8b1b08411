from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "twofold.network.cards"
    label = "cards"
