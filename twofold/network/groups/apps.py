from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "twofold.network.groups"
    label = "groups"
