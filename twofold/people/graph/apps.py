from django.apps import AppConfig


class GraphConfig(AppConfig):
    name = "twofold.people.graph"
    label = "graph"
