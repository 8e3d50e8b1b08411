"""What a client's fields mean here."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.posts.markup import handles_in
from twofold.network.posts.models import Post
from twofold.people.audiences import specs
from twofold.people.audiences.queries import mention_candidates
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.queries import pictures

_SPECS = {
    "public": specs.EVERYONE,
    "unlisted": specs.MEMBERS,
    "private": specs.ALL_TIES,
    # Without a word on it, the nearer of the two circles that people expect.
    "": specs.ALL_TIES,
}
# The field's features that do not exist here; to accept them in silence would lose what was meant.
_ABSENT = {
    "poll": gettext_lazy("Polls cannot be posted in this network."),
    "scheduled_at": gettext_lazy("Posts cannot be scheduled in this network."),
}


def audience_of(viewer: Viewer, visibility: str, text: str) -> AudienceSpec:
    """The audience behind one of the field's four words; `direct` is those whom the text mentions."""
    if visibility == "direct":
        named = {each.pk for each in mention_candidates(viewer, handles_in(text)).values()}
        return specs.named(named) if named else specs.ONLY_ME
    if visibility not in _SPECS:
        raise Refused(_("There is no such visibility."), field="visibility")
    return _SPECS[visibility]


def pictures_of(author: Persona, ids: list[int], *, post: Post | None = None) -> list[Picture]:
    """The author's pictures of these ids, in this order: not yet used, or in `post` already."""
    found = pictures.usable(author, ids, post)
    if len(found) != len(set(ids)):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="media_ids")
    return [found[each] for each in ids]


def refuse_what_is_not_here(body: dict[str, Any]) -> None:
    for name, words in _ABSENT.items():
        if body.get(name) or any(each.startswith(f"{name}[") for each in body):
            raise Refused(str(words), field=name)
