"""Opening and closing."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.openness.facts import OpennessChanged
from twofold.network.openness.models import Openness
from twofold.network.openness.policies import LENGTHS, REACHES, why_not_long, why_not_open
from twofold.people.audiences.actions import compose
from twofold.people.personas.models import Persona


@transaction.atomic
def open_up(actor: Persona, *, kind: str, reach: str, **fields: str) -> Openness:
    """Be open to `kind` for those of `reach` (one of `REACHES`); `fields`: wishes, places, terms, note.

    For recruiters alone: whoever keeps the lists of recruiters and of the shield must have filled them in this
    transaction, before this is there for anyone (see care/privacy).
    """
    if reason := why_not_open(actor, kind, reach):
        raise Refused(reason, field="reach")
    cleaned = {}
    for name in LENGTHS:
        text = fields.get(name) or ""
        cleaned[name] = clean_block(text) if name == "note" else clean_line(text)
        if reason := why_not_long(name, cleaned[name]):
            raise Refused(reason, field=name)
    row, _made = Openness.objects.update_or_create(
        author=actor,
        kind=kind,
        defaults={
            **cleaned,
            "reach": reach,
            "audience": compose(actor, REACHES[reach]),
            "live": True,
            "changed_at": clock.now(),
        },
    )
    announce(OpennessChanged(actor.pk, kind))
    return row


@transaction.atomic
def close(actor: Persona, *, kind: str) -> None:
    """Be open to it no more; what was written goes."""
    if Openness.objects.filter(author=actor, kind=kind).delete()[0]:
        announce(OpennessChanged(actor.pk, kind))
