"""What the pages share on which somebody shows a picture or a banner: of themselves, of a page, of a group."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.actions import take_in_portrait
from twofold.people.personas.models import Persona


def portrait_in(request: HttpRequest, persona: Persona, shape: str) -> str:
    """The stored name of what a form of `media/_portraits.html` brought; "" where it takes the picture away."""
    if "remove" in request.POST:
        return ""
    upload = request.FILES.get("upload")
    if upload is None:
        raise Refused(_("Choose a picture first."))
    return take_in_portrait(persona, upload=upload, shape=shape, crop=_crop(request.POST.get("crop", "")))


def _crop(text: str) -> list[float] | None:
    """What of a picture is to show, as four shares with commas between; None for the middle of it."""
    try:
        shares = [float(each) for each in text.split(",")]
    except ValueError:
        return None
    return shares if len(shares) == 4 and all(0 <= each <= 1 for each in shares) else None
