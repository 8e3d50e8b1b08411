"""Addresses of the shell itself, outside both networks."""

from django.urls import path

from twofold.surfaces.web import views
from twofold.surfaces.web.pages import tellings
from twofold.surfaces.web.pages.landing import about, landing
from twofold.surfaces.web.stylesheet import stylesheet

urlpatterns = [
    path("", landing, name="landing"),
    path("about", about, name="about"),
    path("look/<slug:room>/<slug:name>.css", stylesheet, name="style"),
    path("tellings/", tellings.tellings, name="tellings"),
    path("tellings/new/<slug:event>/", tellings.begin, name="begin_telling"),
    path("tellings/<id:telling_id>/", tellings.telling, name="telling"),
    path("tellings/<id:telling_id>/part", tellings.part, name="part_telling"),
    path("keys", views.keys, name="keys"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("theme", views.theme, name="theme"),
]
