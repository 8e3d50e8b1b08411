"""Saying something of oneself to fewer people than may come across one."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from twofold.network.profiles.models import Aside
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.actions import edit_persona
from twofold.people.personas.models import Persona


@transaction.atomic
def introduce(
    actor: Persona, *, reaches: Mapping[str, AudienceSpec | None] | None = None, **fields: Any
) -> Persona:
    """As `edit_persona`, with an audience for each of the fields of `Aside`.

    `reaches` by field: None is whoever may come across the persona. A field that is not among them goes on being for
    whom it was.
    """
    kept = edit_persona(actor, **fields)
    narrow = dict(Aside.objects.filter(author=actor).values_list("field", "audience"))
    blank = {}
    for name in set(fields) & set(Aside.Field.values):
        if reaches and name in reaches:
            spec = reaches[name]
            audience = compose(actor, spec).pk if spec else None
        else:
            audience = narrow.get(name)
        text = getattr(kept, name)
        if audience and text:
            values = {"text": text, "audience_id": audience}
            Aside.objects.update_or_create(author=actor, field=name, defaults=values)
            blank[name] = ""
        else:
            Aside.objects.filter(author=actor, field=name).delete()
    return edit_persona(actor, **blank) if blank else kept
