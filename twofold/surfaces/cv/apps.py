from django.apps import AppConfig


class CvConfig(AppConfig):
    name = "twofold.surfaces.cv"
    label = "cv"
