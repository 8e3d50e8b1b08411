from django.apps import AppConfig


class SalariesConfig(AppConfig):
    name = "twofold.network.salaries"
    label = "salaries"
