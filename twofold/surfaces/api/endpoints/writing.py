"""What a client's fields mean here."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.posts.actions import POLL_DAYS
from twofold.network.posts.extras import PLAIN, Extras
from twofold.network.posts.markup import handles_in
from twofold.network.posts.models import Post
from twofold.people.audiences import specs
from twofold.people.audiences.models import Scope
from twofold.people.audiences.queries import mention_candidates
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.endpoints.calls import flag_in, text_in
from twofold.surfaces.api.queries import pictures

_SPECS = {
    "public": specs.EVERYONE,
    "unlisted": specs.MEMBERS,
    "private": specs.ALL_TIES,
    # Without a word on it, the nearer of the two circles that people expect.
    "": specs.ALL_TIES,
}


def audience_of(viewer: Viewer, visibility: str, text: str) -> AudienceSpec:
    """The audience behind one of the field's four words; `direct` is those whom the text mentions."""
    if visibility == "direct":
        named = {each.pk for each in mention_candidates(viewer, handles_in(text)).values()}
        return specs.named(named) if named else specs.ONLY_ME
    if visibility not in _SPECS:
        raise Refused(_("There is no such visibility."), field="visibility")
    return _SPECS[visibility]


def visibility_in(spec: AudienceSpec) -> str:
    """The nearest of the field's four words for what was chosen."""
    alone = {Scope.EVERYONE: "public", Scope.MEMBERS: "unlisted", Scope.ONLY_ME: "direct"}.get(spec.scope)
    return alone or ("private" if spec.parts else "direct")


def pictures_of(author: Persona, ids: list[int], *, post: Post | None = None) -> list[Picture]:
    """The author's pictures of these ids, in this order: not yet used, or in `post` already."""
    found = pictures.usable(author, ids, post)
    if len(found) != len(set(ids)):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="media_ids")
    return [found[each] for each in ids]


def poll_of(body: dict[str, Any]) -> Extras:
    """The poll in a body, as JSON or in the names of a form; none without one. Raises Refused for what is no poll."""
    poll = body.get("poll") or _in_a_form(body)
    if not poll:
        return PLAIN
    options = poll.get("options") if isinstance(poll, dict) else None
    texts = options if isinstance(options, list) else []
    if not all(isinstance(each, str) for each in texts) or not any(each.strip() for each in texts):
        raise Refused(_("The answers of a poll are a list of texts."), field="poll")
    seconds = str(poll.get("expires_in") or "")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 9):
        raise Refused(_("Say in expires_in for how many seconds the poll is open."), field="poll")
    days = min(POLL_DAYS, key=lambda each: abs(each * 86_400 - int(seconds)))
    many = flag_in(poll, "multiple")
    return Extras(options=tuple(texts), many=many, days=days, seconds=int(seconds))


def warning_of(body: dict[str, Any]) -> str:
    """What a reader is warned of before; what is only called sensitive gets a word for that."""
    warning = text_in(body, "spoiler_text")
    return warning or (_("Sensitive content") if flag_in(body, "sensitive") else "")


def _in_a_form(body: dict[str, Any]) -> dict[str, Any]:
    names = {f"poll[{name}]": name for name in ("options", "expires_in", "multiple")}
    return {name: body[field] for field, name in names.items() if field in body}


def time_of(body: dict[str, Any]) -> datetime:
    """When something is to be sent. Raises Refused for what is no time."""
    try:
        found = datetime.fromisoformat(text_in(body, "scheduled_at"))
    except ValueError:
        raise Refused(
            _("scheduled_at is a date and a time, as in 2030-05-01T09:00:00Z."), field="due"
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def refuse_what_cannot_change(body: dict[str, Any], held: Sequence[str]) -> None:
    """An edit leaves the answers of a poll as they are, `held`, and does not wait."""
    if body.get("scheduled_at"):
        raise Refused(_("What was posted already cannot be scheduled."), field="scheduled_at")
    if (wanted := poll_of(body).options) and list(wanted) != list(held):
        raise Refused(_("The answers of a poll stay as they are. Delete the post to ask anew."), field="poll")
