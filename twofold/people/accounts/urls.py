"""Addresses of the login: allauth's under /account/, with ours in the places where ours do more."""

from django.urls import include, path

from twofold.people.accounts import views

app_name = "accounts"

urlpatterns = [
    path("account/demo/", views.demo, name="demo"),
    path("account/sessions/end/", views.end_session, name="end_session"),
    path("account/close/", views.close, name="close"),
    path("welcome/", views.welcome, name="welcome"),
    path("welcome/<network:network>/done/", views.settle, name="settle"),
    path("settings/language/", views.language, name="language"),
    path("settings/<network:network>/leave/", views.leave_network, name="leave"),
]

# Under allauth's own names, and before them.
entrance = [
    path("account/login/", views.Entrance.as_view(), name="account_login"),
    path("settings/", views.hub, name="account_settings"),
    path("account/sessions/", views.sessions, name="usersessions_list"),
    path("account/", include("allauth.urls")),
]
