from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "twofold.care.moderation"
    label = "moderation"
