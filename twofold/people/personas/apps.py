from django.apps import AppConfig


class PersonasConfig(AppConfig):
    name = "twofold.people.personas"
    label = "personas"
