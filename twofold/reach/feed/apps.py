from django.apps import AppConfig


class FeedConfig(AppConfig):
    name = "twofold.reach.feed"
    label = "feed"
