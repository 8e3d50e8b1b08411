from django.urls import path

from twofold.surfaces.live import views

app_name = "live"
urlpatterns = [path("<network:network>/", views.stream, name="stream")]
in_network = [path("<id:conversation_id>/", views.company, name="company")], "company"
