"""Addresses of the pages that compose several nouns, in each network."""

from django.urls import path

from twofold.surfaces.web.pages import home

app_name = "web"

urlpatterns = [
    path("", home.home, name="home"),
    path("beside/", home.beside, name="beside"),
]
