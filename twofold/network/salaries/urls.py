from django.urls import path

from twofold.network.salaries import views

app_name = "salaries"

urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("<id:entry_id>/", views.edit, name="edit"),
    path("<id:entry_id>/drop/", views.drop, name="drop"),
]
