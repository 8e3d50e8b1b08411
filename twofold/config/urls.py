"""Every address. Those of one network carry its name first; the place decides the persona."""

from django.urls import include, path, register_converter

from twofold.foundation.kit.ids import IdConverter
from twofold.people.accounts.urls import entrance
from twofold.people.personas.addresses import HandleConverter, NetworkConverter

register_converter(IdConverter, "id")
register_converter(HandleConverter, "handle")
register_converter(NetworkConverter, "network")

in_network: list = []

urlpatterns = [
    path("", include("twofold.surfaces.web.urls")),
    path("", include("twofold.people.accounts.urls")),
    path("", include(entrance)),
    path("<network:network>/", include(in_network)),
]

handler400 = "twofold.surfaces.web.errors.bad_request"
handler403 = "twofold.surfaces.web.errors.forbidden"
handler404 = "twofold.surfaces.web.errors.absent"
handler500 = "twofold.surfaces.web.errors.broken"
