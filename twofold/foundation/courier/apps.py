from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CourierConfig(AppConfig):
    name = "twofold.foundation.courier"
    label = "courier"

    def ready(self) -> None:
        autodiscover_modules("reactions", "datarights", "appointments")
