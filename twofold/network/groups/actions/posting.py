"""Writing in a group, and what those who keep it do with what was written."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import insist, keeping, seen, standing
from twofold.network.groups.facts import GroupAnnounced
from twofold.network.groups.models import Entry, Group
from twofold.network.media.models import Picture
from twofold.network.posts import actions as posts
from twofold.network.posts.extras import PLAIN, Extras
from twofold.people.personas.models import Persona


@transaction.atomic
def write(
    actor: Persona,
    *,
    group: Group,
    text: str,
    pictures: Sequence[Picture] = (),
    announced: bool = False,
    language: str = "",
    extras: Extras = PLAIN,
    once: str = "",
    at: datetime | None = None,
) -> Entry:
    """Say something in a group. Where posts are looked at first, it waits, unless its author is one of the keepers."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    insist(policies.why_not_write(kept, mine))
    keeps = "look" in policies.can(mine)
    waits = kept.looked_at and not keeps
    post = posts.publish(
        actor,
        text=text,
        pictures=pictures,
        language=language,
        extras=extras,
        audience=kept.desk if waits else kept.inside,
        once=f"group-{once}" if once else "",
        at=at,
    )
    entry, made = Entry.objects.get_or_create(
        post=post,
        defaults={"group": kept, "position": post.position, "waits": waits, "announced": announced and keeps},
    )
    if made and entry.announced:
        announce(GroupAnnounced(kept.pk, post.pk))
    return entry


@transaction.atomic
def approve(actor: Persona, *, group: Group, post_id: int) -> None:
    """Let what waits stand in the group, as of now."""
    kept, entry = _entry(actor, group, post_id, waits=True)
    posts.move_in_group(kept.author, post=entry.post, audience=kept.inside)
    entry.waits, entry.position = False, clock.position_of(clock.now())
    entry.save(update_fields=["waits", "position"])


@transaction.atomic
def take_out(actor: Persona, *, group: Group, post_id: int) -> None:
    """Take something out of the group, or do not let it in. It goes back to its author, for themselves alone."""
    kept, entry = _entry(actor, group, post_id)
    posts.hand_back(kept.author, post=entry.post)
    entry.delete()


@transaction.atomic
def pin(actor: Persona, *, group: Group, post_id: int, pinned: bool = True) -> None:
    """Let something stand above all else, or no more."""
    kept, entry = _entry(actor, group, post_id, waits=False)
    if pinned and Entry.objects.filter(group=kept, pinned=True).count() >= policies.MOST_PINNED:
        raise Refused(
            _("%(most)d posts can stand at the top. Take one down first.") % {"most": policies.MOST_PINNED}
        )
    entry.pinned = pinned
    entry.save(update_fields=["pinned"])


def _entry(actor: Persona, group: Group, post_id: int, **which: bool) -> tuple[Group, Entry]:
    kept, _mine = keeping(actor, group, "look")
    rows = Entry.objects.filter(group=kept, post=post_id, post__live=True, **which)
    found = rows.select_related("post__audience", "post__author").first()
    if found is None:
        raise Absent
    return kept, found
