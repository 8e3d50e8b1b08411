"""What another app on the device shares into a network: it stands in the composer, and is sent when one presses."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.media.actions import take_in
from twofold.network.posts.actions import save_draft
from twofold.network.posts.forms import Composition
from twofold.network.posts.policies import MAX_PICTURES
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.web import appearing

# What the system opens for its user says "none"; only another site's form would say otherwise.
_OURS = ("none", "same-origin")


@csrf_exempt
@require_http_methods(["GET", "POST"])
def share(request: HttpRequest, network: Network) -> HttpResponse:
    """The composer, with the words; and with the pictures in a draft, since they are too large for an address.

    The sheet of a phone cannot carry our token: where the request came from takes its place.
    """
    author = me(request)
    trusted = request.headers.get("Sec-Fetch-Site") in _OURS
    words = appearing.shared(request.POST if request.method == "POST" else request.GET)
    pictures = _taken(request, author) if trusted and request.FILES else []
    if pictures:
        made = Composition(text=words, picture_ids=pictures)
        if network == Network.PROFESSIONAL:
            made.audience = ["members"]
        try:
            kept = save_draft(author, fields=made.as_draft())
            return see(reverse("posts:draft", args=[network, kept.pk]))
        except Refused as refusal:
            messages.error(request, refusal.reason)
    return see(f"{reverse('posts:new', args=[network])}?{urlencode({'text': words})}")


def _taken(request: HttpRequest, author: Persona) -> list[int]:
    """Each file that can be taken; of the others, why not."""
    taken = []
    for file in request.FILES.getlist("pictures")[:MAX_PICTURES]:
        try:
            taken.append(take_in(author, upload=file).pk)
        except Refused as refusal:
            messages.error(request, f"{str(file.name)[:60]}: {refusal.reason}")
    return taken
