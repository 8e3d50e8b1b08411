from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "twofold.people.accounts"
    label = "accounts"
