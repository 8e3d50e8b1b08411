from django.urls import path

from twofold.surfaces.cv import views

app_name = "cv"

urlpatterns = [
    path("@<handle:handle>/cv/", views.sheet, name="sheet"),
    path("@<handle:handle>/cv/import/", views.begin, name="begin"),
    path("@<handle:handle>/cv/import/<id:import_id>/", views.review, name="review"),
    path("@<handle:handle>/cv/import/<id:import_id>/undo/", views.undo, name="undo"),
    path("@<handle:handle>/cv/<str:name>", views.file, name="file"),
]
