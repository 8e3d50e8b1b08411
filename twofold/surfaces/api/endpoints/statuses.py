"""Single posts: write, read, change, delete; what stands around them; what one does with them."""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.posts import actions as posts
from twofold.network.posts import queries as reading
from twofold.network.posts.models import REACTIONS, Post
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api import actions
from twofold.surfaces.api.answers import raw, reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import (
    fields,
    list_in,
    needs,
    number,
    numbers,
    persona_of,
    span,
    takes,
    text_in,
)
from twofold.surfaces.api.endpoints.scheduled import later, waiting_statuses
from twofold.surfaces.api.endpoints.streams import link
from twofold.surfaces.api.endpoints.timelines import Part
from twofold.surfaces.api.endpoints.writing import (
    audience_of,
    pictures_of,
    poll_of,
    refuse_what_cannot_change,
    time_of,
    warning_of,
)
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import people, statuses
from twofold.surfaces.api.shapes.parts import attachment, moment
from twofold.surfaces.api.shapes.people import person
from twofold.surfaces.api.shapes.statuses import encoded

router = Router(tags=["statuses"])

_READS = needs("read:statuses", person=False, optional=True)
_BODY = takes(
    status="string",
    spoiler_text="string",
    visibility={"type": "string", "enum": ["public", "unlisted", "private", "direct"]},
    language="string",
    sensitive="boolean",
    in_reply_to_id="string",
    media_ids={"type": "array", "items": {"type": "string"}},
    poll={
        "type": "object",
        "properties": {
            "options": {"type": "array", "items": {"type": "string"}},
            "expires_in": {"type": "integer"},
            "multiple": {"type": "boolean"},
        },
    },
    scheduled_at={"type": "string", "format": "date-time"},
)


def _writes(scope: str = "write:statuses", body: dict[str, Any] | None = None) -> dict[str, Any]:
    options = needs(scope)
    options["openapi_extra"] = {**options["openapi_extra"], **(body or {})}
    return options


def _answer(request: HttpRequest, post_id: int) -> HttpResponse:
    bearer = request.auth  # type: ignore[attr-defined]
    found = encoded(bearer.viewer, [post_id], key=key_of(bearer))
    if not found:
        raise Absent
    return raw(found[0])


def _post(request: HttpRequest, text: str) -> Post:
    return reading.get(request.auth.viewer, number(text))  # type: ignore[attr-defined]


def _original(request: HttpRequest, text: str) -> Post:
    """What an id stands for when one acts on it: of a repost, what it shows again."""
    return reading.original(request.auth.viewer, number(text))  # type: ignore[attr-defined]


@router.post("v1/statuses", response=schemas.Status | schemas.ScheduledStatus, **_writes(body=_BODY))
def write(request: HttpRequest) -> HttpResponse:
    """A post, or with `in_reply_to_id` a comment; with `scheduled_at` a post that waits until then.

    The same Idempotency-Key again writes nothing.
    """
    body = fields(request)
    if body.get("scheduled_at"):
        author = persona_of(request)
        return reply(waiting_statuses(author, [later(author, body, time_of(body))])[0])
    given = request.headers.get("Idempotency-Key", "")
    once = f"api:{hashlib.sha256(given.encode()).hexdigest()}" if given else ""
    return _answer(request, actions.once(lambda: _write(request, body, once)).pk)


def _write(request: HttpRequest, body: dict[str, Any], once: str) -> Post:
    author, text, viewer = persona_of(request), text_in(body, "status"), request.auth.viewer  # type: ignore[attr-defined]
    if made := reading.submitted(author, once):
        return made
    words: dict[str, Any] = {
        "text": text,
        "warning": warning_of(body),
        "language": text_in(body, "language"),
        "once": once,
    }
    words["pictures"] = pictures_of(author, numbers(list_in(body, "media_ids")))
    extras = poll_of(body)
    if to := body.get("in_reply_to_id"):
        if extras.options:
            raise Refused(_("A comment cannot ask a poll."), field="poll")
        return posts.comment(author, parent=_original(request, str(to)), **words)
    return posts.publish(
        author, spec=audience_of(viewer, text_in(body, "visibility"), text), extras=extras, **words
    )


@router.get("v1/statuses/{id}", response=schemas.Status, **_READS)
def read(request: HttpRequest, id: str) -> HttpResponse:
    return _answer(request, _post(request, id).pk)


@router.put("v1/statuses/{id}", response=schemas.Status, **_writes(body=_BODY))
def edit(request: HttpRequest, id: str) -> HttpResponse:
    body, author, post = fields(request), persona_of(request), _own(request, id)
    held = reading.polls(Viewer.of(author), {post.pk: True}).get(post.pk)
    refuse_what_cannot_change(body, [each.text for each in held.answers] if held else [])
    pictures = None
    if "media_ids" in body:
        pictures = pictures_of(author, numbers(list_in(body, "media_ids")), post=post)
    posts.edit(
        author,
        post=post,
        text=text_in(body, "status"),
        warning=warning_of(body),
        language=text_in(body, "language") or None,
        pictures=pictures,
    )
    return _answer(request, post.pk)


def _own(request: HttpRequest, text: str) -> Post:
    post = _post(request, text)
    if post.author_id != persona_of(request).pk:
        raise Refused(_("This action is not allowed"), forbidden=True)
    return post


@router.delete("v1/statuses/{id}", response=schemas.DeletedStatus, **_writes())
def delete(request: HttpRequest, id: str) -> HttpResponse:
    """The last of it, with its source, so that it can be written again."""
    post = _own(request, id)
    bearer = request.auth  # type: ignore[attr-defined]
    last = encoded(bearer.viewer, [post.pk], key=key_of(bearer))[0]
    posts.delete(persona_of(request), post=post)
    return raw(last[:-1] + b',"text":' + reply(post.text).content + b"}")


@router.get("v1/statuses", response=list[schemas.Status], **_READS)
def several(request: HttpRequest) -> HttpResponse:
    """Several at once, by `id[]`."""
    bearer = request.auth  # type: ignore[attr-defined]
    wanted = numbers(request.GET.getlist("id[]") + request.GET.getlist("id"))
    seen = statuses.visible_ids(bearer.viewer, wanted)
    ids = [each for each in wanted if each in seen]
    return raw(b"[" + b",".join(encoded(bearer.viewer, ids, key=key_of(bearer))) + b"]")


@router.get("v1/statuses/{id}/context", response=schemas.Context, **_READS)
def context(request: HttpRequest, id: str) -> HttpResponse:
    bearer = request.auth  # type: ignore[attr-defined]
    post = _original(request, id)
    above = encoded(bearer.viewer, statuses.ancestors(bearer.viewer, post), key=key_of(bearer))
    below = encoded(bearer.viewer, statuses.descendants(bearer.viewer, post), key=key_of(bearer))
    return raw(b'{"ancestors":[%b],"descendants":[%b]}' % (b",".join(above), b",".join(below)))


@router.get("v1/statuses/{id}/source", response=schemas.StatusSource, **needs("read:statuses"))
def source(request: HttpRequest, id: str) -> HttpResponse:
    post = _own(request, id)
    return reply({"id": str(post.pk), "text": post.text, "spoiler_text": post.warning})


@router.get("v1/statuses/{id}/history", response=list[schemas.StatusEdit], **_READS)
def history(request: HttpRequest, id: str) -> HttpResponse:
    """What it said, oldest first; the last is what it says now."""
    bearer = request.auth  # type: ignore[attr-defined]
    post = statuses.with_pictures(_post(request, id))
    earlier = statuses.versions(post)
    said = [(each.html, each.warning) for each in earlier] + [(post.html, post.warning)]
    since = [post.published_at, *(each.until for each in earlier)]
    key, author = key_of(bearer), person(post.author)
    media = [attachment(each.picture, key=key.decode()) for each in post.pictures.all()]
    return reply([_edit(*words, at, author, media) for words, at in zip(said, since, strict=True)])


def _edit(content: str, warning: str, at: Any, author: dict[str, Any], media: list[Any]) -> dict[str, Any]:
    return {
        "content": content,
        "spoiler_text": warning,
        "sensitive": bool(warning),
        "created_at": moment(at),
        "account": author,
        "poll": None,
        "media_attachments": media,
        "emojis": [],
    }


@router.post("v1/statuses/{id}/favourite", response=schemas.Status, **_writes("write:favourites"))
def favourite(request: HttpRequest, id: str) -> HttpResponse:
    actor, post = persona_of(request), _original(request, id)
    posts.react(actor, post=post, kind=REACTIONS[Network(actor.network)][0])
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/unfavourite", response=schemas.Status, **_writes("write:favourites"))
def unfavourite(request: HttpRequest, id: str) -> HttpResponse:
    post = _original(request, id)
    posts.unreact(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/reblog", response=schemas.Status, **_writes())
def reblog(request: HttpRequest, id: str) -> HttpResponse:
    return _answer(request, posts.repost(persona_of(request), post=_original(request, id)).pk)


@router.post("v1/statuses/{id}/unreblog", response=schemas.Status, **_writes())
def unreblog(request: HttpRequest, id: str) -> HttpResponse:
    post = _original(request, id)
    posts.unrepost(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/bookmark", response=schemas.Status, **_writes("write:bookmarks"))
def bookmark(request: HttpRequest, id: str) -> HttpResponse:
    post = _original(request, id)
    posts.save(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/unbookmark", response=schemas.Status, **_writes("write:bookmarks"))
def unbookmark(request: HttpRequest, id: str) -> HttpResponse:
    post = _original(request, id)
    posts.unsave(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/pin", response=schemas.Status, **_writes("write:accounts"))
def pin(request: HttpRequest, id: str) -> HttpResponse:
    """Let it stand first on one's profile, in place of what did."""
    post = _own(request, id)
    posts.pin(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.post("v1/statuses/{id}/unpin", response=schemas.Status, **_writes("write:accounts"))
def unpin(request: HttpRequest, id: str) -> HttpResponse:
    post = _own(request, id)
    posts.unpin(persona_of(request), post=post)
    return _answer(request, post.pk)


@router.get("v1/statuses/{id}/favourited_by", response=list[schemas.Account], **_READS)
def favourited_by(request: HttpRequest, id: str, part: Query[Part]) -> HttpResponse:
    return _people(request, people.who_reacted, id)


@router.get("v1/statuses/{id}/reblogged_by", response=list[schemas.Account], **_READS)
def reblogged_by(request: HttpRequest, id: str, part: Query[Part]) -> HttpResponse:
    return _people(request, people.who_reposted, id)


def _people(request: HttpRequest, who: Any, text: str) -> HttpResponse:
    wanted, viewer = span(request, default=40, most=80), request.auth.viewer  # type: ignore[attr-defined]
    page = who(viewer, _original(request, text), read_cursor(wanted.max_id), wanted.limit)
    return link(request, reply([person(each) for each in page]), older=page.after)
