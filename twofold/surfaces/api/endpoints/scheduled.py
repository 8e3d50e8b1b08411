"""Posts that wait for their time: drafts with a time, which the courier sends."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.media.models import Picture
from twofold.network.posts import actions as posts
from twofold.network.posts import queries as reading
from twofold.network.posts.models import Draft
from twofold.people.audiences.specs import choices_of, parse
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import (
    fields,
    list_in,
    needs,
    number,
    numbers,
    persona_of,
    takes,
    text_in,
)
from twofold.surfaces.api.endpoints.writing import (
    audience_of,
    pictures_of,
    poll_of,
    time_of,
    visibility_in,
    warning_of,
)
from twofold.surfaces.api.queries import pictures
from twofold.surfaces.api.shapes.parts import attachment, moment

router = Router(tags=["statuses"])

_MOVES = needs("write:statuses")
_MOVES["openapi_extra"] = {
    **_MOVES["openapi_extra"],
    **takes(scheduled_at={"type": "string", "format": "date-time"}),
}


def later(author: Persona, body: dict[str, Any], due: datetime) -> Draft:
    """Let what a body says be posted at `due`. The same once more, as after a lost answer, is the same."""
    viewer = Viewer.of(author)
    if body.get("in_reply_to_id"):
        raise Refused(_("A comment cannot wait for its time."), field="scheduled_at")
    text, extras = text_in(body, "status"), poll_of(body)
    chosen, excepted = choices_of(audience_of(viewer, text_in(body, "visibility"), text))
    written = {
        "text": text,
        "warning": warning_of(body),
        "language": text_in(body, "language"),
        "audience": chosen,
        "except": excepted,
        "pictures": [each.pk for each in pictures_of(author, numbers(list_in(body, "media_ids")))],
        "options": list(extras.options),
        "many": extras.many,
        "days": extras.days,
        "seconds": extras.seconds,
    }
    for draft in reading.waiting(viewer):
        if draft.due_at == due and draft.fields == written:
            return draft
    draft = posts.save_draft(author, fields=written)
    try:
        return posts.schedule(author, draft=draft, due=due)
    except Refused:
        posts.discard_draft(author, draft_id=draft.pk)
        raise


def waiting_statuses(author: Persona, drafts: Sequence[Draft]) -> list[dict[str, Any]]:
    """The field's ScheduledStatus of each; one statement for all their pictures."""
    media = pictures.usable(author, [each for draft in drafts for each in _pictures(draft)], None)
    return [_shape(each, media) for each in drafts]


def _pictures(draft: Draft) -> list[int]:
    return draft.fields.get("pictures", [])


def _shape(draft: Draft, media: dict[int, Picture]) -> dict[str, Any]:
    said = draft.fields
    poll = {
        "options": said.get("options", []),
        "multiple": said.get("many", False),
        "expires_in": said.get("seconds") or said.get("days", 7) * 86_400,
        "hide_totals": True,
    }
    return {
        "id": str(draft.pk),
        "scheduled_at": moment(draft.due_at),
        "params": {
            "text": said.get("text", ""),
            "poll": poll if poll["options"] else None,
            "media_ids": [str(each) for each in _pictures(draft)] or None,
            "sensitive": bool(said.get("warning")),
            "spoiler_text": said.get("warning") or None,
            "visibility": visibility_in(parse(said.get("audience", []), said.get("except", []))),
            "language": said.get("language") or None,
            "in_reply_to_id": None,
            "application_id": 0,
            "scheduled_at": None,
            "idempotency": None,
            "with_rate_limit": False,
        },
        "media_attachments": [attachment(media[each]) for each in _pictures(draft) if each in media],
    }


@router.get("v1/scheduled_statuses", response=list[schemas.ScheduledStatus], **needs("read:statuses"))
def scheduled(request: HttpRequest) -> HttpResponse:
    """Those that wait, the next one first."""
    found = reading.waiting(request.auth.viewer)  # type: ignore[attr-defined]
    return reply(waiting_statuses(persona_of(request), found))


def _waiting(request: HttpRequest, text: str) -> Draft:
    found = reading.draft(request.auth.viewer, number(text))  # type: ignore[attr-defined]
    if found.due_at is None:
        raise Absent
    return found


@router.get("v1/scheduled_statuses/{id}", response=schemas.ScheduledStatus, **needs("read:statuses"))
def scheduled_one(request: HttpRequest, id: str) -> HttpResponse:
    return reply(waiting_statuses(persona_of(request), [_waiting(request, id)])[0])


@router.put("v1/scheduled_statuses/{id}", response=schemas.ScheduledStatus, **_MOVES)
def move(request: HttpRequest, id: str) -> HttpResponse:
    """Another time."""
    draft = _waiting(request, id)
    due = time_of(fields(request))
    author = persona_of(request)
    return reply(waiting_statuses(author, [posts.schedule(author, draft=draft, due=due)])[0])


@router.delete("v1/scheduled_statuses/{id}", response=dict[str, Any], **needs("write:statuses"))
def call_off(request: HttpRequest, id: str) -> HttpResponse:
    posts.discard_draft(persona_of(request), draft_id=_waiting(request, id).pk)
    return reply({})
