from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "twofold.network.mentoring"
    label = "mentoring"
