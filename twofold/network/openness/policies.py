"""What one can be open to, and for whom: the empty string says yes, any other is the reason why not."""

from django.utils.translation import gettext as _

from twofold.network.openness.models import OpenTo
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    MEMBERS,
    ONLY_ME,
    SHIELD,
    AudienceSpec,
    PartRef,
)
from twofold.people.personas.models import Network, Persona

RECRUITERS = PartRef("recruiters")
LENGTHS = {"wishes": 200, "places": 120, "terms": 120, "note": 600}
REACHES = {
    "recruiters": AudienceSpec(parts=frozenset({RECRUITERS}), except_parts=frozenset({SHIELD})),
    "ties": ALL_TIES,
    "members": MEMBERS,
    "everyone": EVERYONE,
    "me": ONLY_ME,
}


def why_not_open(actor: Persona, kind: str, reach: str) -> str:
    if actor.network != Network.PROFESSIONAL or actor.is_page or kind not in OpenTo.values:
        return _("This is for people at work.")
    if reach not in REACHES or (reach == "recruiters" and kind != OpenTo.WORK):
        return _("Choose who may see it.")
    return ""


def why_not_long(field: str, text: str) -> str:
    most = LENGTHS[field]
    if len(text) <= most:
        return ""
    return _("At most %(most)d characters fit here; these are %(length)d.") % {
        "most": most,
        "length": len(text),
    }
