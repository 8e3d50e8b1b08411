from django.urls import path

from twofold.reach.notifications import choosing, views

app_name = "notifications"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("choices/", choosing.choices, name="choices"),
    path("choices/people/new/", choosing.sender, name="sender"),
    path("choices/people/", choosing.senders, name="senders"),
    path("stop/<str:key>/", choosing.stop, name="stop"),
    path("stop/<str:key>/at-once/", choosing.stop_mail, name="stop_mail"),
    path("read/", views.read, name="read"),
    path("open/<str:bundle>/", views.follow, name="open"),
]
