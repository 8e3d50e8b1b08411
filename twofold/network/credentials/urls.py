from django.urls import path

from twofold.network.credentials import views

app_name = "credentials"

urlpatterns = [
    path(".well-known/did.json", views.did_json, name="did"),
    path("credentials/status/<int:number>", views.status, name="status"),
    path("credentials/check", views.check, name="check"),
]
