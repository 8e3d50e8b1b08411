"""Making a page, changing what it says of itself, closing it."""

from typing import Any

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line
from twofold.network.pages.actions.asking import held, insist, keep_hiring, note
from twofold.network.pages.facts import RoleGiven, RoleTaken
from twofold.network.pages.models import Organisation, Role, RoleKind
from twofold.network.pages.policies import why_not_about, why_not_page
from twofold.people.personas.actions import create_persona, edit_persona, erase_persona
from twofold.people.personas.models import Persona

_ABOUT = ("sort", "field", "size", "founded")


@transaction.atomic
def make_page(actor: Persona, *, handle: str, **fields: Any) -> Persona:
    """A page of which `actor` is the owner. `fields`: name, line, place, about, website; sort, field, size, founded."""
    insist(why_not_page(actor))
    about = _about(actor.network, fields)
    page = create_persona(network=actor.network, handle=handle, kind=Persona.Kind.PAGE, **fields)
    Organisation.objects.create(persona=page, **about)
    Role.objects.create(page=page, persona=actor, kind=RoleKind.OWNER, accepted=True, since=clock.now())
    keep_hiring(page)
    note(page, actor, "made")
    announce(RoleGiven(page.pk, actor.pk, RoleKind.OWNER))
    return page


@transaction.atomic
def edit_page(actor: Persona, *, page: Persona, **fields: Any) -> Persona:
    """Change what a page says of itself; `fields` as in `make_page`."""
    held(actor, page, "edit")
    about = _about(page.network, fields)
    edit_persona(page, **fields)
    Organisation.objects.update_or_create(persona=page, defaults=about)
    note(page, actor, "edited")
    return page


@transaction.atomic
def close_page(actor: Persona, *, page: Persona) -> None:
    """Give a page up for good: its words, its posts, its roles. Nobody else gets its handle."""
    held(actor, page, "close")
    for persona_id in Role.objects.filter(page=page, accepted=True).values_list("persona", flat=True):
        announce(RoleTaken(page.pk, persona_id))
    Role.objects.filter(page=page).delete()
    keep_hiring(page)
    erase_persona(page)


def _about(network: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Take what belongs to the organisation out of `fields`. Refused for what it cannot be."""
    about = {name: fields.pop(name) for name in _ABOUT if name in fields}
    about["field"] = clean_line(about.get("field") or "")[:80]
    field, reason = why_not_about(network, about.get("sort", ""), about.get("size", ""), about.get("founded"))
    insist(reason, field=field)
    return about
