from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "twofold.network.stories"
    label = "stories"
