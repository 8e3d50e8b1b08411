"""Drafts: the composer's fields as they stand, saved as they are typed."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.posts.models import Draft
from twofold.network.posts.queries.drafts import MOST
from twofold.people.personas.models import Persona

# What a composer holds, and how much of it is kept: more than may be sent, so that nothing typed is lost.
_FIELDS: dict[str, type] = {
    "text": str,
    "warning": str,
    "language": str,
    "audience": list,
    "except": list,
    "pictures": list,
    "quote_of": int,
    "parent": int,
}
_LONGEST_TEXT = 200_000
_LONGEST_LIST = 400


@transaction.atomic
def save_draft(author: Persona, *, draft_id: int | None = None, fields: dict[str, Any]) -> Draft:
    """Keep what is being written; in the draft `draft_id` when it is the author's, in a new one otherwise.

    Known fields: text, warning, language, audience and except (values of the picker), pictures (ids), quote_of, parent.
    """
    kept = {
        name: _capped(fields[name]) for name, kind in _FIELDS.items() if isinstance(fields.get(name), kind)
    }
    moment = clock.now()
    if draft_id and Draft.objects.filter(pk=draft_id, author=author).update(fields=kept, changed_at=moment):
        return Draft(pk=draft_id, author=author, fields=kept, changed_at=moment)
    if Draft.objects.filter(author=author).count() >= MOST:
        raise Refused(_("You have %(most)d drafts. Discard one to begin another.") % {"most": MOST})
    return Draft.objects.create(author=author, fields=kept, changed_at=moment)


def _capped(value: Any) -> Any:
    return (
        value
        if isinstance(value, int)
        else value[: _LONGEST_TEXT if isinstance(value, str) else _LONGEST_LIST]
    )


@transaction.atomic
def discard_draft(author: Persona, *, draft_id: int) -> None:
    Draft.objects.filter(pk=draft_id, author=author).delete()
