from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "twofold.network.vocabulary"
    label = "vocabulary"
