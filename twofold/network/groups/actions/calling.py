"""Petitions and pledges: one signature for each member, counted whenever somebody asks."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import insist, keeping, seen, standing
from twofold.network.groups.models import Call, Group, Signature
from twofold.people.personas.models import Persona


@transaction.atomic
def make_call(
    actor: Persona,
    *,
    group: Group,
    kind: str,
    title: str,
    words: str = "",
    goal: int | None = None,
    at: datetime | None = None,
) -> Call:
    """Something that members can sign from now on. Its words never change: they are what people sign."""
    kept, mine = keeping(actor, group, "edit")
    insist(policies.why_not_write(kept, mine))
    fields: dict[str, Any] = {
        "kind": kind,
        "title": clean_line(title),
        "words": clean_block(words),
        "goal": goal,
    }
    field, reason = policies.why_not_call(**fields)
    insist(reason, field=field)
    insist(policies.why_too_many(kept.calls.count(), policies.MOST_CALLS), field="title")
    who = {"author": kept.author, "audience": kept.inside}
    return Call.objects.create(group=kept, **fields, **who, opened_at=at or clock.now())


@transaction.atomic
def close_call(actor: Persona, *, group: Group, call_id: int) -> None:
    """Nobody signs any more; who signed stands."""
    kept, _mine = keeping(actor, group, "edit")
    if not Call.objects.filter(group=kept, pk=call_id, live=True, closed_at=None).update(
        closed_at=clock.now()
    ):
        raise Absent


@transaction.atomic
def sign(
    actor: Persona, *, group: Group, call_id: int, named: bool = False, at: datetime | None = None
) -> None:
    """Put one's name to it. Twice is once, and says anew whether the name is shown."""
    kept, call = _open(actor, group, call_id)
    mine = standing(kept, actor)
    if not policies.belongs(mine):
        raise Refused(_("Join the group to sign."))
    Signature.objects.update_or_create(
        call=call,
        persona=actor,
        defaults={"named": named},
        create_defaults={"named": named, "at": at or clock.now()},
    )


@transaction.atomic
def unsign(actor: Persona, *, group: Group, call_id: int) -> None:
    """Take one's name back, as long as it is open."""
    _kept, call = _open(actor, group, call_id)
    Signature.objects.filter(call=call, persona=actor).delete()


def _open(actor: Persona, group: Group, call_id: int) -> tuple[Group, Call]:
    kept = seen(actor, group)
    call = Call.objects.filter(group=kept, pk=call_id, live=True).first()
    if call is None:
        raise Absent
    if call.closed_at or kept.archived_at:
        raise Refused(_("This is closed: nobody signs it any more."))
    return kept, call
