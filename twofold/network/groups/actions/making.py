"""Making a group, changing what it is, closing it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.files.actions import forget_place, readdress
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import insist, keeping
from twofold.network.groups.actions.lists import audiences_of, put
from twofold.network.groups.facts import GroupChanged, GroupClosed, GroupMade
from twofold.network.groups.models import Call, Group, Link, Membership, Openness, Role, Sheet
from twofold.network.posts.actions import draw_group_anew, narrow_group, seal_group
from twofold.people.personas.actions import (
    create_body,
    erase_persona,
    name_body,
    set_banner,
    set_picture,
)
from twofold.people.personas.models import Persona

# From wide to narrow. What was said for few is never shown to more.
_NARROWER = list(Openness.values)


@transaction.atomic
def make_group(
    actor: Persona,
    *,
    name: str,
    about: str = "",
    rules: str = "",
    questions: Sequence[str] = (),
    openness: str,
    door: str,
    looked_at: bool = False,
    at: datetime | None = None,
) -> Group:
    """A new group, owned by `actor`."""
    insist(policies.why_not_make(actor))
    words, asks = _words(name, about, rules, questions)
    _kind(openness, door)
    moment = at or clock.now()
    body = create_body(network=actor.network, name=words["name"])
    group = Group.objects.create(
        pk=body.pk,
        author=body,
        network=actor.network,
        **words,
        questions=asks,
        openness=openness,
        door=door,
        looked_at=looked_at,
        **audiences_of(body, openness),
        position=clock.position_of(moment),
        created_at=moment,
    )
    put(group, actor, Role.OWNER, at=moment, agreed_at=moment)
    announce(GroupMade(group.pk, actor.pk))
    group.refresh_from_db(fields=["members_count"])
    return group


@transaction.atomic
def edit_group(
    actor: Persona,
    *,
    group: Group,
    name: str,
    about: str = "",
    rules: str = "",
    questions: Sequence[str] = (),
    openness: str,
    door: str,
    looked_at: bool = False,
) -> Group:
    """Say differently what a group is, and how one comes in. It can close further; it never opens what was closed."""
    kept, _mine = keeping(actor, group, "edit")
    words, asks = _words(name, about, rules, questions)
    _kind(openness, door)
    if _NARROWER.index(openness) < _NARROWER.index(kept.openness):
        insist(
            _(
                "People wrote here for fewer readers. A group can close further, never open up; make another one."
            ),
            field="openness",
        )
    renamed, before, changed = words["name"] != kept.name, kept.inside, openness != kept.openness
    for field, value in {**words, "questions": asks, "door": door, "looked_at": looked_at}.items():
        setattr(kept, field, value)
    if changed:
        kept.openness = openness
        for field, audience in audiences_of(kept.author, openness).items():
            setattr(kept, field, audience)
        if kept.inside_id != before.pk:
            narrow_group(before=before, after=kept.inside)
            Sheet.objects.filter(group=kept).update(audience=kept.inside)
            Call.objects.filter(group=kept).update(audience=kept.inside)
            readdress(body=kept.author, audience=kept.inside)
    kept.save()
    if renamed:
        name_body(kept.author, name=kept.name)
        draw_group_anew(kept.author)
    announce(GroupChanged(kept.pk))
    return kept


@transaction.atomic
def show_group(actor: Persona, *, group: Group, shape: str, name: str) -> None:
    """Show the stored picture `name` (see network/media) as the group's "picture" or "banner", or none when empty."""
    kept, _mine = keeping(actor, group, "edit")
    (set_picture if shape == "picture" else set_banner)(kept.author, name=name)


@transaction.atomic
def archive_group(actor: Persona, *, group: Group, archived: bool = True) -> Group:
    """Let a group be read and no more be written in or joined; or open it again."""
    kept, _mine = keeping(actor, group, "close")
    kept.archived_at = clock.now() if archived else None
    kept.save(update_fields=["archived_at"])
    seal_group(kept.author, sealed=archived)
    if archived:
        Link.objects.filter(group=kept).delete()
    return kept


@transaction.atomic
def close_group(actor: Persona, *, group: Group) -> None:
    """Give a group up for good. What was said in it stays with those who said it, for themselves alone."""
    kept, _mine = keeping(actor, group, "close")
    dissolve(kept)


@transaction.atomic
def shut(group_id: int, *, live: bool = False) -> None:
    """Whatever its owners say: what those who look after the server decided. Nobody finds it; nothing of it is lost."""
    Group.objects.filter(pk=group_id).update(live=live)


def dissolve(group: Group) -> None:
    """Nobody is left, or whoever owns it wants it gone: all its lists are emptied, and what was open closes."""
    Group.objects.filter(pk=group.pk).update(live=False, members_count=0)
    Link.objects.filter(group=group).delete()
    Membership.objects.filter(group=group).delete()
    Sheet.objects.filter(group=group).delete()
    Call.objects.filter(group=group).delete()
    forget_place(group.author_id)
    seal_group(group.author, sealed=False)
    if group.inside_id != group.desk_id:
        narrow_group(before=group.inside, after=group.desk)
    announce(GroupClosed(group.pk))
    erase_persona(group.author)


def _words(name: str, about: str, rules: str, questions: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    words = {"name": clean_line(name), "about": clean_block(about), "rules": clean_block(rules)}
    asks = [line for line in (clean_line(each) for each in questions) if line]
    field, reason = policies.why_not_words(words, asks)
    insist(reason, field=field)
    return words, asks


def _kind(openness: str, door: str) -> None:
    field, reason = policies.why_not_kind(openness, door)
    insist(reason, field=field)
