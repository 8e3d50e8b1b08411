from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "twofold.network.jobs"
    label = "jobs"
