from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "twofold.reach.suggestions"
    label = "suggestions"
