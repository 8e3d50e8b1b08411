from django.urls import path

from twofold.reach.search import views

app_name = "search"

urlpatterns = [
    path("", views.search, name="search"),
    path("forget", views.forget, name="forget"),
]
