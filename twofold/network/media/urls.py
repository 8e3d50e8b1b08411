from django.urls import path, re_path

from twofold.network.media import views

app_name = "media"

urlpatterns = [
    re_path(
        r"^p/(?P<name>[0-9a-f]{32})-(?P<size>large|medium|small)\.webp$", views.portrait, name="portrait"
    ),
    path("<id:picture_id>/<slug:variant>.webp", views.picture, name="picture"),
]
