"""What anybody may read: our keys, our status lists; and the page that looks at a badge."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit import clock
from twofold.network.credentials import verifying
from twofold.network.credentials.documents import status_list
from twofold.network.credentials.issuer import did, did_document
from twofold.network.credentials.keys import keys
from twofold.network.credentials.queries import revoked_places
from twofold.network.credentials.signing import token

_FOR_ALL = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300"}


@require_safe
def did_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse(did_document(), headers=_FOR_ALL)


@require_safe
def status(request: HttpRequest, number: int) -> HttpResponse:
    """The list as a signed token: the same for everybody, and about nobody."""
    document = status_list(number, revoked_places(number), clock.now())
    return HttpResponse(token(document), content_type="application/vc+jwt", headers=_FOR_ALL)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show a badge, and read what is to be said of it."""
    verdict, typed = None, ""
    if request.method == "POST":
        typed = _shown(request)
        verdict = verifying.check(typed)
    context = {"verdict": verdict, "typed": typed, "did": did(), "keys": keys()}
    unreadable = verdict is not None and verdict.state == verifying.UNREADABLE
    return render(request, "credentials/check.html", context, status=422 if unreadable else 200)


def _shown(request: HttpRequest) -> str:
    """The badge as it was uploaded, or else as it was pasted; more than a badge can be is cut, and so unreadable."""
    upload = request.FILES.get("upload")
    if upload is None:
        return request.POST.get("badge", "")[: verifying.LONGEST + 1]
    return upload.read(verifying.LONGEST + 1).decode("utf-8", "replace")
