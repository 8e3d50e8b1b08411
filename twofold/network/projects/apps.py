from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "twofold.network.projects"
    label = "projects"
