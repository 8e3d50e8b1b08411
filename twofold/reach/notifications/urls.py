from django.urls import path

from twofold.reach.notifications import views

app_name = "notifications"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read, name="read"),
    path("open/<str:bundle>/", views.follow, name="open"),
]
