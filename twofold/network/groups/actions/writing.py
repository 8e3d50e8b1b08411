"""Pages that members write together. Who comes second is told, and what either wrote is kept."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import insist, keeping, seen, standing
from twofold.network.groups.models import Group, Sheet, Version
from twofold.people.personas.models import Persona


@transaction.atomic
def write_sheet(
    actor: Persona,
    *,
    group: Group,
    title: str,
    text: str,
    sheet_id: int | None = None,
    number: int = 0,
    at: datetime | None = None,
) -> Sheet:
    """A new page of the group, or another version of one. Refused where it changed since version `number` was read."""
    kept = seen(actor, group)
    insist(policies.why_not_write(kept, standing(kept, actor)))
    words = {"title": clean_line(title), "text": clean_block(text)}
    field, reason = policies.why_not_sheet(**words)
    insist(reason, field=field)
    moment = at or clock.now()
    sheet = Sheet.objects.filter(group=kept, pk=sheet_id, live=True).first() if sheet_id else None
    if sheet is None:
        if sheet_id:
            raise Absent
        insist(
            policies.why_too_many(Sheet.objects.filter(group=kept, live=True).count(), policies.MOST_SHEETS)
        )
        made = {"author": kept.author, "audience": kept.inside, "by": actor, "changed_at": moment}
        sheet = Sheet.objects.create(group=kept, **words, **made)
    elif sheet.number != number:
        raise Refused(
            _(
                "Somebody changed this page while you wrote. What it says now stands below; yours is still here."
            ),
            field="number",
        )
    elif (sheet.title, sheet.text) == (words["title"], words["text"]):
        return sheet
    else:
        sheet.title, sheet.text, sheet.by, sheet.changed_at = words["title"], words["text"], actor, moment
        sheet.number += 1
        sheet.save(update_fields=["title", "text", "by", "changed_at", "number"])
    Version.objects.create(sheet=sheet, number=sheet.number, **words, by=actor, at=moment)
    return sheet


@transaction.atomic
def drop_sheet(actor: Persona, *, group: Group, sheet_id: int) -> str:
    """Take a page away with all that it ever said; its title."""
    kept, _mine = keeping(actor, group, "look")
    sheet = Sheet.objects.filter(group=kept, pk=sheet_id, live=True).first()
    if sheet is None:
        raise Absent
    sheet.delete()
    return sheet.title
