from django.urls import path

from twofold.surfaces.api import views
from twofold.surfaces.api.endpoints import door, wellknown

app_name = "api"

urlpatterns = [
    path("oauth/authorize", views.choose_network, name="choose"),
    path("<network:network>/oauth/authorize", views.authorize, name="authorize"),
    path("oauth/token", views.token, name="token"),
    path("oauth/revoke", views.revoke, name="revoke"),
    path("<network:network>/apps/", views.applications, name="applications"),
    path("<network:network>/apps/<id:application_id>/end", views.end_application, name="end_application"),
    path(".well-known/nodeinfo", wellknown.nodeinfo_link),
    path("nodeinfo/2.0", wellknown.nodeinfo, name="nodeinfo"),
    path(".well-known/oauth-authorization-server", wellknown.authorization_server),
]

# Under a name of its own: "json".
json = [path("api/", door.api.urls)]
