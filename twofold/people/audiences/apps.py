from django.apps import AppConfig


class AudiencesConfig(AppConfig):
    name = "twofold.people.audiences"
    label = "audiences"
