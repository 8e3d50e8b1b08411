from django.urls import path

from twofold.reach.notifications import choosing, views

app_name = "notifications"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("choices/", choosing.choices, name="choices"),
    path("stop/<str:key>/", choosing.stop, name="stop"),
    path("read/", views.read, name="read"),
    path("open/<str:bundle>/", views.follow, name="open"),
]
