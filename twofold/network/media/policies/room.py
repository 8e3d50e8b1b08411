"""How much one persona may bring: at once, in a day, and in all."""

from datetime import timedelta

from django.conf import settings
from django.db.models import F, Sum
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture, Preparation, Upload
from twofold.network.media.policies.files import readable
from twofold.people.personas.models import Persona

MAX_OPEN = 40
MAX_A_DAY = 2_000
MAX_PREPARING = 20


def used_by(author: Persona) -> int:
    """Bytes that the author's pictures and unfinished uploads take."""
    kept = Picture.objects.filter(author=author).aggregate(sum=Sum("bytes"))["sum"] or 0
    coming = Upload.objects.filter(author=author, picture=None, problem="").aggregate(sum=Sum("length"))
    return kept + (coming["sum"] or 0)


def check_room(author: Persona, more: int) -> None:
    """There is room for `more` bytes."""
    limit, used = settings.MEDIA_QUOTA, used_by(author)
    if used + more > limit:
        raise Refused(
            _("Your pictures and videos take %(used)s of the %(limit)s you have. Delete some to make room.")
            % {"used": readable(used), "limit": readable(limit)},
            field="pictures",
        )
    today = Picture.objects.filter(author=author, created_at__gt=clock.now() - timedelta(days=1))
    if today.count() >= MAX_A_DAY:
        raise Refused(
            _("You added %(most)d pictures since yesterday. Go on tomorrow.") % {"most": MAX_A_DAY},
            field="pictures",
        )


def check_open(author: Persona) -> None:
    """Not too many uploads stand open."""
    unfinished = Upload.objects.filter(author=author, picture=None, problem="", offset__lt=F("length"))
    if unfinished.count() >= MAX_OPEN:
        raise Refused(
            _("%(most)d uploads wait to be continued. Finish or discard some first.") % {"most": MAX_OPEN},
            field="pictures",
        )


def check_preparing(author: Persona) -> None:
    """Not too many of the author's videos wait for the courier."""
    if Preparation.objects.filter(picture__author=author).count() >= MAX_PREPARING:
        raise Refused(
            _("%(most)d of your videos are still being prepared. Add more when they are done.")
            % {"most": MAX_PREPARING},
            field="pictures",
        )
