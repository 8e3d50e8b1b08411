from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "twofold.reach.notifications"
    label = "notifications"
