"""Addresses of the shell itself, outside both networks."""

from django.urls import path

from twofold.surfaces.web import views
from twofold.surfaces.web.stylesheet import stylesheet

urlpatterns = [
    path("look/<slug:name>.css", stylesheet, name="style"),
    path("theme", views.theme, name="theme"),
]
