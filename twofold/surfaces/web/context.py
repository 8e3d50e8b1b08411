"""What the shell around every page needs."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict:
    viewer = request.viewer
    return {"viewer": viewer, "network": viewer.network, "me": viewer.persona}
