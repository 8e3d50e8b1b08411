"""One's certificates: looked at, put on one's profile, taken along as a badge, thrown away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.signing import token, with_proof, written
from twofold.network.learning import actions, queries
from twofold.network.learning.views.answers import WORK, see
from twofold.people.personas.acting import me


@require_safe
def certificates(request: HttpRequest, network: str) -> HttpResponse:
    me(request, only=WORK)
    found = queries.certificates(request.viewer.itself)
    return render(request, "learning/certificates.html", {"certificates": found})


@require_safe
def certificate(request: HttpRequest, network: str, certificate_id: int) -> HttpResponse:
    me(request, only=WORK)
    found = queries.certificate(request.viewer.itself, certificate_id)
    return render(request, "learning/certificate.html", {"certificate": found})


@require_POST
def show(request: HttpRequest, network: str, certificate_id: int) -> HttpResponse:
    """Yes, it may stand on one's profile."""
    actions.show_certificate(me(request, only=WORK), certificate_id=certificate_id)
    messages.success(request, _("It goes on your profile, under courses. There you choose who sees it."))
    return see("certificate", certificate_id)


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, network: str, certificate_id: int) -> HttpResponse:
    actor, found = me(request, only=WORK), queries.certificate(request.viewer.itself, certificate_id)
    if request.method == "GET":
        return render(request, "learning/drop_certificate.html", {"certificate": found})
    actions.drop_certificate(actor, certificate_id=found.pk)
    messages.success(request, _("The certificate is gone, and its badge is revoked."))
    return see("certificates")


@require_safe
def badge(request: HttpRequest, network: str, certificate_id: int, form: str) -> HttpResponse:
    """The badge of a certificate, signed: to keep, and to show elsewhere."""
    me(request, only=WORK)
    document = queries.badge(request.viewer.itself, certificate_id)
    if form == "jwt":
        answer = HttpResponse(token(document), content_type="application/vc+jwt")
    elif form == "json":
        answer = HttpResponse(written(with_proof(document)), content_type="application/vc")
    else:
        raise Absent
    answer.headers["Content-Disposition"] = f'attachment; filename="badge.{form}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
