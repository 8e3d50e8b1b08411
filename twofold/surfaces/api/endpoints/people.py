"""Others: who they are, what they posted, and how one stands to them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.posts import queries as reading
from twofold.people.audiences.queries import by_handle
from twofold.people.graph import actions as graph
from twofold.people.graph import queries as ties
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import (
    fields,
    needs,
    number,
    numbers,
    persona_of,
    span,
)
from twofold.surfaces.api.endpoints.streams import answer_with, link, page_of_posts
from twofold.surfaces.api.endpoints.timelines import Part
from twofold.surfaces.api.queries import people, statuses
from twofold.surfaces.api.shapes.people import person, relationship

router = Router(tags=["accounts"])

_READS = needs("read:accounts", person=False, optional=True)


def _viewer(request: HttpRequest) -> Viewer:
    return request.auth.viewer  # type: ignore[attr-defined]


def _persona(request: HttpRequest, text: str) -> Persona:
    """Somebody whom the caller may come across, in its network when it has one."""
    viewer = _viewer(request)
    found = people.found(viewer, [number(text)])
    if not found or (viewer.network and found[0].network != viewer.network):
        raise Absent
    return found[0]


def _shown(request: HttpRequest, persona: Persona) -> HttpResponse:
    return reply(person(persona, people.counts_of(_viewer(request), persona)))


@router.get("v1/accounts/lookup", response=schemas.Account, **_READS)
def lookup(request: HttpRequest, acct: str, network: str = "") -> HttpResponse:
    """By handle, in the network of the token; without one, `network` says in which."""
    viewer, handle = _viewer(request), acct.removeprefix("@").partition("@")[0]
    places = [viewer.network] if viewer.network else list(Network.values)
    for place in places:
        try:
            return _shown(request, by_handle(viewer, place, handle))
        except Absent:
            continue
    raise Absent


@router.get("v1/accounts/search", response=list[schemas.Account], **needs("read:accounts"))
def search(request: HttpRequest, q: str, limit: int = 40) -> HttpResponse:
    found = people.matching(_viewer(request), q.removeprefix("@"), max(1, min(limit, 80))) if q else []
    return reply([person(each) for each in found])


@router.get("v1/accounts/relationships", response=list[schemas.Relationship], **needs("read:follows"))
def relationships(request: HttpRequest) -> HttpResponse:
    """How one stands to each of `id[]`. Whom one cannot come across is left out, unless one shut them out oneself."""
    viewer = _viewer(request)
    wanted = numbers(request.GET.getlist("id[]") + request.GET.getlist("id"))
    met = {each.pk for each in people.found(viewer, wanted) if each.network == viewer.network}
    shut_out = people.blocked_among(viewer, wanted)
    known = ties.relations(viewer, met | shut_out)
    return reply(
        [relationship(each, known[each], blocking=each in shut_out) for each in wanted if each in known]
    )


@router.get("v1/accounts/{id}", response=schemas.Account, **_READS)
def read(request: HttpRequest, id: str) -> HttpResponse:
    return _shown(request, _persona(request, id))


@router.get("v1/accounts/{id}/statuses", response=list[schemas.Status], **_READS)
def posts(
    request: HttpRequest,
    id: str,
    part: Query[Part],
    exclude_replies: bool = False,
    exclude_reblogs: bool = False,
    only_media: bool = False,
    pinned: bool = False,
) -> HttpResponse:
    viewer, persona = _viewer(request), _persona(request, id)
    stream = statuses.stream(viewer, author_id=persona.pk, replies=not exclude_replies)
    if exclude_reblogs:
        stream = stream.filter(repost_of=None)
    if only_media:
        stream = stream.filter(pictures__place=0)
    if pinned:
        first = reading.pinned(viewer, persona)
        stream = stream.filter(pk__in=[first.pk] if first else [])
    return answer_with(request, page_of_posts(viewer, stream, span(request)))


@router.get("v1/accounts/{id}/followers", response=list[schemas.Account], **_READS)
def followers(request: HttpRequest, id: str, part: Query[Part]) -> HttpResponse:
    """One's own; those of others are theirs to know."""
    return _own_list(request, id, ties.followers_of, "follower")


@router.get("v1/accounts/{id}/following", response=list[schemas.Account], **_READS)
def following(request: HttpRequest, id: str, part: Query[Part]) -> HttpResponse:
    """One's own; those of others are theirs to know."""
    return _own_list(request, id, ties.followed_by, "followed")


def _own_list(request: HttpRequest, text: str, read: Callable[..., Any], at: str) -> HttpResponse:
    viewer, persona = _viewer(request), _persona(request, text)
    if persona.pk != viewer.id:
        return reply([])
    return _list(request, read, at)


def _list(request: HttpRequest, read: Callable[..., Any], at: str) -> HttpResponse:
    wanted = span(request, default=40, most=80)
    page = read(_viewer(request), before=wanted.max_id or None, size=wanted.limit)
    return link(request, reply([person(getattr(row, at)) for row in page]), older=page.after)


@router.get("v1/blocks", response=list[schemas.Account], **needs("read:blocks"))
def blocks(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    return _list(request, ties.blocked_by, "persona")


@router.get("v1/mutes", response=list[schemas.Account], **needs("read:mutes"))
def mutes(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    return _list(request, ties.muted_by, "persona")


@router.get("v1/follow_requests", response=list[schemas.Account], **needs("read:follows"))
def requests(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    """Who asks for a tie."""
    return _list(request, ties.requests_to, "sender")


def _related(request: HttpRequest, persona: Persona) -> HttpResponse:
    viewer = _viewer(request)
    known = ties.relations(viewer, [persona.pk])
    shut_out = people.blocked_among(viewer, [persona.pk])
    return reply(relationship(persona.pk, known[persona.pk], blocking=bool(shut_out)))


def _other(request: HttpRequest, text: str) -> Persona:
    """Somebody else to act on."""
    found = _persona(request, text)
    if found.pk == persona_of(request).pk:
        raise Refused(_("That is yourself."), forbidden=True)
    return found


@router.post("v1/accounts/{id}/follow", response=schemas.Relationship, **needs("write:follows"))
def follow(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.follow(persona_of(request), followed=other)
    return _related(request, other)


@router.post("v1/accounts/{id}/unfollow", response=schemas.Relationship, **needs("write:follows"))
def unfollow(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.unfollow(persona_of(request), followed=other)
    return _related(request, other)


@router.post("v1/accounts/{id}/block", response=schemas.Relationship, **needs("write:blocks"))
def block(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.block(persona_of(request), persona=other)
    return _related(request, other)


@router.post("v1/accounts/{id}/unblock", response=schemas.Relationship, **needs("write:blocks"))
def unblock(request: HttpRequest, id: str) -> HttpResponse:
    other = people.blocked_persona(_viewer(request), number(id)) or _other(request, id)
    graph.unblock(persona_of(request), persona=other)
    return _related(request, other)


@router.post("v1/accounts/{id}/mute", response=schemas.Relationship, **needs("write:mutes"))
def mute(request: HttpRequest, id: str) -> HttpResponse:
    other, body = _other(request, id), fields(request)
    seconds = str(body.get("duration") or "0")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 9):
        raise Refused(_("The duration is a number of seconds."), field="duration")
    until = clock.now() + timedelta(seconds=int(seconds)) if int(seconds) else None
    graph.mute(persona_of(request), persona=other, until=until)
    return _related(request, other)


@router.post("v1/accounts/{id}/unmute", response=schemas.Relationship, **needs("write:mutes"))
def unmute(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.unmute(persona_of(request), persona=other)
    return _related(request, other)


@router.post("v1/follow_requests/{id}/authorize", response=schemas.Relationship, **needs("write:follows"))
def accept(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.accept_tie(persona_of(request), sender=other)
    return _related(request, other)


@router.post("v1/follow_requests/{id}/reject", response=schemas.Relationship, **needs("write:follows"))
def decline(request: HttpRequest, id: str) -> HttpResponse:
    other = _other(request, id)
    graph.decline_tie(persona_of(request), sender=other)
    return _related(request, other)
