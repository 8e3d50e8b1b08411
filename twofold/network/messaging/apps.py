from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "twofold.network.messaging"
    label = "messaging"
