from django.urls import path, re_path

from twofold.network.profiles import views

app_name = "profiles"

urlpatterns = [
    path("@<handle:handle>/", views.profile, name="profile"),
    path("@<handle:handle>/about/", views.about, name="about"),
    path("@<handle:handle>/edit/", views.edit, name="edit"),
    re_path(r"^@(?P<handle>[^/@\s]{1,60})/(?P<shape>picture|banner)/$", views.portrait, name="portrait"),
]
