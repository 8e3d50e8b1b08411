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
    "occasion": str,
    "feeling": str,
    "place": str,
    "replies": int,
    "options": list,
    "many": bool,
    "days": int,
    "seconds": int,
}
_LONGEST_TEXT = 200_000
_LONGEST_LIST = 400


@transaction.atomic
def save_draft(author: Persona, *, draft_id: int | None = None, fields: dict[str, Any]) -> Draft:
    """Keep what is being written; in the draft `draft_id` when it is the author's, in a new one otherwise.

    Known fields: text, warning, language, audience and except (values of the picker), pictures (ids), quote_of, parent,
    and the fields of `Extras`. A draft that waited for its time does so no longer: its writer schedules it anew.
    """
    kept = {
        name: _capped(fields[name], kind) for name, kind in _FIELDS.items() if _fits(fields.get(name), kind)
    }
    moment = clock.now()
    if draft_id and Draft.objects.filter(pk=draft_id, author=author).update(
        fields=kept, changed_at=moment, due_at=None, problem=""
    ):
        return Draft(pk=draft_id, author=author, fields=kept, changed_at=moment)
    if Draft.objects.filter(author=author).count() >= MOST:
        raise Refused(_("You have %(most)d drafts. Discard one to begin another.") % {"most": MOST})
    return Draft.objects.create(author=author, fields=kept, changed_at=moment)


def _fits(value: Any, kind: type) -> bool:
    return isinstance(value, (list, tuple) if kind is list else kind)


def _capped(value: Any, kind: type) -> Any:
    if kind is list:
        return list(value[:_LONGEST_LIST])
    return value[:_LONGEST_TEXT] if kind is str else value


@transaction.atomic
def discard_draft(author: Persona, *, draft_id: int) -> None:
    Draft.objects.filter(pk=draft_id, author=author).delete()
