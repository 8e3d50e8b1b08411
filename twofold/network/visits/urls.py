from django.urls import path

from twofold.network.visits import views

app_name = "visits"

urlpatterns = [path("visits/", views.desk, name="desk")]
