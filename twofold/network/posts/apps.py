from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "twofold.network.posts"
    label = "posts"
