"""Writes of personas. Each is one transaction and announces its fact."""

from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.people.personas import handles
from twofold.people.personas.facts import PersonaChanged, PersonaCreated, PersonaErased
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.policies import why_not_handle, why_not_long, why_not_name, why_not_website
from twofold.people.personas.queries import is_taken

_LENGTHS = {"pronouns": 30, "line": 160, "about": 3000, "place": 80}


def create_persona(
    *,
    network: str,
    name: str,
    handle: str,
    kind: str = Persona.Kind.PERSON,
    reach: int = Persona.Reach.EVERYONE,
    **fields: Any,
) -> Persona:
    """A new presence in `network`; `fields` are line, about, place, pronouns, website, language, time_zone.

    Refused, naming the field, for a handle that is taken, looks like a taken one, or cannot be one.
    """
    spelling = _free_handle(network, handle)
    persona = Persona(
        network=Network(network),
        kind=kind,
        handle=spelling,
        skeleton=handles.skeleton(spelling),
        **_clean({"name": name, "reach": reach, **fields}),
    )
    try:
        with transaction.atomic():
            persona.save(force_insert=True)
            announce(PersonaCreated(persona.pk))
    except IntegrityError as problem:
        raise _taken() from problem
    return persona


@transaction.atomic
def create_body(*, network: str, name: str) -> Persona:
    """What owns the lists of a group: a persona that nobody comes across, whose handle nobody could choose."""
    body = Persona(
        network=Network(network), kind=Persona.Kind.GROUP, state=Persona.State.SILENT, name=name[:80]
    )
    body.handle = body.skeleton = f"~{body.pk}"
    body.save(force_insert=True)
    return body


@transaction.atomic
def name_body(body: Persona, *, name: str) -> None:
    """Let the body of a group carry the group's name."""
    _keep(body, {"name": name[:80]})


@transaction.atomic
def edit_persona(actor: Persona, **fields: Any) -> Persona:
    """Change what introduces `actor`: any of its own words, its reach, language and time zone.

    Refused, naming the field, and nothing is changed, when one of them will not do.
    """
    return _keep(actor, _clean(fields))


@transaction.atomic
def set_picture(actor: Persona, *, name: str) -> Persona:
    """Show the stored picture `name` (see network/media), or the monogram again when empty."""
    return _keep(actor, {"picture": name})


@transaction.atomic
def set_banner(actor: Persona, *, name: str) -> Persona:
    """Show the stored banner `name`, or none when empty."""
    return _keep(actor, {"banner": name})


@transaction.atomic
def suspend_persona(persona: Persona) -> None:
    """Nobody comes across it and nobody acts as it until `reinstate_persona`. An erased one stays erased."""
    if persona.state == Persona.State.ACTIVE:
        _keep(persona, {"state": Persona.State.SUSPENDED})


@transaction.atomic
def reinstate_persona(persona: Persona) -> None:
    if persona.state == Persona.State.SUSPENDED:
        _keep(persona, {"state": Persona.State.ACTIVE})


@transaction.atomic
def erase_persona(actor: Persona) -> None:
    """Give a presence up for good. Its words go now; what hangs on it follows from the fact.

    The row stays as a shell without any name, so that nobody else can take the handle and be taken for its owner.
    """
    blank = dict.fromkeys(("pronouns", "line", "about", "place", "website", "picture", "banner"), "")
    # The spelling goes too; the skeleton stays, which is what keeps the handle from being taken.
    _keep(actor, {**blank, "name": "–", "handle": f"gone{actor.pk % 10**12}", "state": Persona.State.ERASED})
    announce(PersonaErased(actor.pk))


def _keep(actor: Persona, changes: dict[str, Any]) -> Persona:
    kept = Persona.objects.select_for_update().get(pk=actor.pk)
    for field, value in changes.items():
        setattr(kept, field, value)
        setattr(actor, field, value)
    kept.version = actor.version = kept.version + 1
    kept.save(update_fields=[*changes, "version"])
    announce(PersonaChanged(actor.pk))
    return actor


def _free_handle(network: str, written: str) -> str:
    if reason := why_not_handle(written):
        raise Refused(reason, field="handle")
    if is_taken(network, written):
        raise _taken()
    return handles.canonical(written)


def _taken() -> Refused:
    return Refused(
        _("Somebody here has this handle, or one that looks like it. Choose another one."), field="handle"
    )


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields as they are kept. Raises Refused for the first that will not do, and ValueError for a strange one."""
    return {field: _clean_one(field, value) for field, value in fields.items()}


def _clean_one(field: str, value: Any) -> Any:
    if field == "reach":
        return Persona.Reach(int(value))
    if field == "name":
        value = clean_line(value)
        _insist(why_not_name(value), field)
    elif field == "website":
        value = value.strip()
        _insist(why_not_website(value), field)
    elif field in _LENGTHS:
        value = clean_block(value) if field == "about" else clean_line(value)
        _insist(why_not_long(value, _LENGTHS[field]), field)
    elif field == "time_zone":
        _insist("" if value in clock.zones() else _("Choose a time zone of the list."), field)
    elif field == "language":
        _insist("" if value in dict(settings.LANGUAGES) else _("Choose a language of the list."), field)
    else:
        raise ValueError(f"a persona has no {field} to change")
    return value


def _insist(reason: str, field: str) -> None:
    if reason:
        raise Refused(reason, field=field)
