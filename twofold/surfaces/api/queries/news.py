"""Notifications for clients, one by one; the door is asked for the post and for the one who did it."""

from collections.abc import Sequence

from django.db.models import F, Q, QuerySet

from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.door import Admits, AdmitsPersona
from twofold.people.graph.queries import muted_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.models import Kind, Notification, Way

_KINDS = {
    "favourite": {Kind.REACTION},
    "mention": {Kind.COMMENT, Kind.REPLY, Kind.MENTION},
    "reblog": {Kind.REPOST},
    "quote": {Kind.QUOTE},
    "follow": {Kind.FOLLOW, Kind.TIE_ACCEPTED},
    "follow_request": {Kind.TIE_REQUEST},
}
WORDS = {kind: word for word, several in _KINDS.items() for kind in several}
# What gathers: who favoured one post, who passed it on, who follows.
_GATHERED = ("favourite", "reblog", "follow")
# Groups are counted, and read whole, up to so many single notifications.
_MOST = 200
# Of the others a client is not told: its protocol has no word for them.
_KNOWN: set[Kind] = set().union(*_KINDS.values())


def kinds(wanted: Sequence[str], unwanted: Sequence[str]) -> set[Kind]:
    """Our kinds behind the field's words."""
    found = set().union(*(_KINDS.get(word, set()) for word in wanted)) if wanted else _KNOWN
    return found - set().union(*(_KINDS.get(word, set()) for word in unwanted))


def _told(viewer: Viewer) -> QuerySet[Notification]:
    return (
        Notification.objects.filter(
            Q(post=None) | Q(Admits.thing(viewer, at="post"), post__live=True),
            AdmitsPersona.to(viewer, at="actor"),
            recipient=viewer.id,
            kind__in=_KNOWN,
            actor__state=Persona.State.ACTIVE,
        )
        .annotate(paged=F("ways").bitand(Way.PAGE))
        .filter(paged__gt=0)
        .exclude(actor__in=muted_ids(viewer))
        .select_related("actor")
    )


def group_of(row: Notification) -> str:
    """The key of the group that a notification belongs to; one of its own where nothing gathers."""
    word = WORDS[Kind(row.kind)]
    return f"{word}-{row.post_id or 0}" if word in _GATHERED else f"ungrouped-{row.pk}"


def of_group(viewer: Viewer, key: str) -> list[Notification]:
    """What a group's key names, newest first: the viewer's own, as far as the door lets it through."""
    word, _dash, number = key.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= 19 and int(number) < 2**63):
        return []
    rows = _told(viewer).order_by("-position", "-pk")
    if word == "ungrouped":
        return [row for row in rows.filter(pk=int(number)) if group_of(row) == key]
    if word not in _GATHERED:
        return []
    return list(rows.filter(kind__in=_KINDS[word], post=int(number) or None)[:_MOST])


def unread_groups(viewer: Viewer) -> int:
    """How many groups there is something new in."""
    return len({group_of(row) for row in _told(viewer).filter(read=False).order_by("-position")[:_MOST]})


def dismiss(persona: Persona, *ids: int) -> None:
    """Forget these notifications, or all of them."""
    mine = Notification.objects.filter(recipient=persona)
    (mine.filter(pk__in=ids) if ids else mine).delete()


def page(
    viewer: Viewer, wanted: set[Kind], max_id: str, since_id: str, min_id: str, limit: int
) -> list[Notification]:
    """The wanted part of the inbox, newest first."""
    rows = _told(viewer).filter(kind__in=wanted)
    if max_id:
        before = _place(viewer, max_id)
        if before is None:
            return []
        rows = rows.filter(Q(position__lt=before[0]) | Q(position=before[0], pk__lt=before[1]))
    after = _place(viewer, min_id or since_id)
    if after is not None:
        rows = rows.filter(Q(position__gt=after[0]) | Q(position=after[0], pk__gt=after[1]))
    if min_id and after is not None:
        return list(rows.order_by("position", "pk")[:limit])[::-1]
    return list(rows.order_by("-position", "-pk")[:limit])


def _place(viewer: Viewer, text: str) -> tuple[int, int] | None:
    if not (text.isascii() and text.isdigit() and len(text) <= 19 and int(text) < 2**63):
        return None
    mine = Notification.objects.filter(recipient=viewer.id, pk=int(text))
    return mine.values_list("position", "pk").first()


def one(viewer: Viewer, notification_id: int) -> Notification:
    """One of the viewer's own. Absent otherwise."""
    found = _told(viewer).filter(pk=notification_id).first()
    if found is None:
        raise Absent
    return found


def unread(viewer: Viewer) -> int:
    return _told(viewer).filter(read=False).count()
