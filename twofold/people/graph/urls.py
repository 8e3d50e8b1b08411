from django.urls import path

from twofold.people.graph import views

app_name = "graph"

urlpatterns = [
    path("", views.home, name="home"),
    path("requests/", views.requests, name="requests"),
    path("followers/", views.followers, name="followers"),
    path("following/", views.following, name="following"),
    path("find/", views.find, name="find"),
    path("blocked/", views.blocked, name="blocked"),
    path("muted/", views.muted, name="muted"),
    path("circles/", views.circles, name="circles"),
    path("circles/<id:circle_id>/", views.circle, name="circle"),
    path("circles/<id:circle_id>/delete/", views.circle_delete, name="circle_delete"),
    path("circles/<id:circle_id>/<str:change>/<id:persona_id>/", views.circle_member, name="circle_member"),
    path("@<handle:handle>/mutual/", views.mutual, name="mutual"),
    path("@<handle:handle>/path/", views.how_known, name="path"),
    path("<id:persona_id>/<str:act>/", views.act, name="act"),
]
