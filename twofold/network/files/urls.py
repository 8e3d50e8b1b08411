from django.urls import path

from twofold.network.files import views

app_name = "files"

urlpatterns = [
    path("<id:file_id>/", views.paper, name="paper"),
    path("<id:file_id>/<int:number>", views.get, name="get"),
]
