from django.urls import path

from twofold.reach.search import views

app_name = "search"

urlpatterns = [
    path("", views.search, name="search"),
    path("complete", views.complete, name="complete"),
    path("forget", views.forget, name="forget"),
]
