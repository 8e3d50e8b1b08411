from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "twofold.care.privacy"
    label = "privacy"
