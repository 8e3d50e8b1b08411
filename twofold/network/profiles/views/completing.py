"""What a field offers while one types: terms of the vocabulary, and pages of organisations."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.profiles.queries.people import pages_named
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import offers
from twofold.people.personas.models import Persona

_MOST = 8


@require_GET
def complete(request: HttpRequest, network: str, what: str) -> JsonResponse:
    """`{"options": [{"value", "note", "id", "picture"}]}`, as combobox.js reads them; the last two only for pages.

    `what` is a kind of term, or organisation.
    """
    if not request.viewer:
        raise SignInNeeded
    text = request.GET.get("q", "")[:60]
    if what == "organisation":
        found = [_page(each) for each in pages_named(request.viewer, text, limit=_MOST)]
    elif what in TermKind.values:
        found = [{"value": each.words, "note": each.beside} for each in offers(what, text, limit=_MOST)]
    else:
        raise Absent
    return JsonResponse({"options": found})


def _page(page: Persona) -> dict[str, str]:
    picture = f"/media/p/{page.picture}-small.webp" if page.picture else ""
    return {"value": page.name, "note": page.line[:80], "id": encode(page.pk), "picture": picture}
