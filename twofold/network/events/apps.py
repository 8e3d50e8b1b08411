from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "twofold.network.events"
    label = "events"
