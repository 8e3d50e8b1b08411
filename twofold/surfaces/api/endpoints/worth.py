"""What is worth following: people whom one may know, whom one has in common with somebody, hashtags."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from twofold.foundation.kit.refusals import Refused
from twofold.network.posts import queries as reading
from twofold.network.posts.markup import tag_name, tags_in
from twofold.people.graph import queries as ties
from twofold.reach.ranking import actions as ranking
from twofold.reach.ranking.queries import leanings_of
from twofold.reach.suggestions import actions as suggesting
from twofold.reach.suggestions.queries import people_to_meet
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import needs, number, numbers, persona_of
from twofold.surfaces.api.queries import people
from twofold.surfaces.api.shapes.parts import tag_shape
from twofold.surfaces.api.shapes.people import person

router = Router(tags=["accounts"])

_MOST = 40


def _met(request: HttpRequest, limit: int) -> list[dict[str, Any]]:
    found = people_to_meet(request.auth.viewer, max(1, min(limit, _MOST)))  # type: ignore[attr-defined]
    return [person(each.persona) for each in found]


@router.get("v1/suggestions", response=list[schemas.Account], **needs("read:accounts"))
def suggestions(request: HttpRequest, limit: int = 20) -> HttpResponse:
    return reply(_met(request, limit))


@router.get("v2/suggestions", response=list[dict[str, Any]], **needs("read:accounts"))
def suggestions_with_sources(request: HttpRequest, limit: int = 20) -> HttpResponse:
    """The reasons in full stand on the page of suggestions; the field has one word for those that we have."""
    source = {"source": "past_interactions", "sources": ["friends_of_friends"]}
    return reply([{**source, "account": each} for each in _met(request, limit)])


@router.delete("v1/suggestions/{id}", response=dict[str, Any], **needs("write:accounts"))
def suggest_no_more(request: HttpRequest, id: str) -> HttpResponse:
    """Not them; nobody learns of it."""
    for persona in people.found(request.auth.viewer, [number(id)]):  # type: ignore[attr-defined]
        suggesting.refuse_person(persona_of(request), persona=persona)
    return reply({})


@router.get("v1/accounts/familiar_followers", response=list[dict[str, Any]], **needs("read:follows"))
def in_common(request: HttpRequest) -> HttpResponse:
    """With each of `id[]`: those whom both are tied to."""
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    wanted = numbers(request.GET.getlist("id[]") + request.GET.getlist("id"))[:_MOST]
    met = [each.pk for each in people.found(viewer, wanted) if each.network == viewer.network]
    between = ties.in_common(viewer, met)
    known = {
        each.pk: person(each) for each in people.found(viewer, {pk for few in between.values() for pk in few})
    }
    return reply(
        [
            {"id": str(pk), "accounts": [known[each] for each in between.get(pk, ()) if each in known]}
            for pk in met
        ]
    )


def _named(text: str) -> str:
    """A hashtag as it is compared. Refused where it is none."""
    name = tag_name(text.removeprefix("#"))
    if set(tags_in(f"#{name}")) != {name}:
        raise Refused(_("A hashtag is one word, as in #bread."))
    return name


def _tag(request: HttpRequest, name: str, *, followed: bool) -> dict[str, Any]:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    written = reading.hashtag(viewer, viewer.network, name)
    return {**tag_shape(viewer.network, name, written), "history": [], "following": followed}


@router.get("v1/tags/{name}", response=dict[str, Any], **needs("read:follows"))
def hashtag(request: HttpRequest, name: str) -> HttpResponse:
    tag = _named(name)
    return reply(_tag(request, tag, followed=leanings_of(persona_of(request).pk)["topic"].get(tag, 0) > 0))


@router.post("v1/tags/{name}/follow", response=dict[str, Any], **needs("write:follows"))
def follow_hashtag(request: HttpRequest, name: str) -> HttpResponse:
    """More of it in For you."""
    tag = _named(name)
    ranking.lean(persona_of(request), about="topic", ref=tag, amount=1)
    return reply(_tag(request, tag, followed=True))


@router.post("v1/tags/{name}/unfollow", response=dict[str, Any], **needs("write:follows"))
def unfollow_hashtag(request: HttpRequest, name: str) -> HttpResponse:
    tag = _named(name)
    ranking.lean(persona_of(request), about="topic", ref=tag, amount=0)
    return reply(_tag(request, tag, followed=False))


@router.get("v1/followed_tags", response=list[dict[str, Any]], **needs("read:follows"))
def followed_tags(request: HttpRequest) -> HttpResponse:
    topics = leanings_of(persona_of(request).pk)["topic"]
    return reply([_tag(request, name, followed=True) for name in sorted(topics) if topics[name] > 0])
