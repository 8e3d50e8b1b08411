"""How the viewer stands to others, for as many as a page shows, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from twofold.foundation.kit import clock
from twofold.people.graph.models import KINDS, Follow, Mute, Tie, TieKind, TieRequest
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Relation:
    """How the viewer stands to one persona. `kind` is what that persona is to the viewer; empty without a tie.

    `asked`: the viewer asked and sees it as pending, declined or not. `asks`: an answer of the viewer's is awaited.
    """

    tied: bool = False
    kind: str = ""
    asked: bool = False
    asks: bool = False
    following: bool = False
    follows_me: bool = False
    muted: bool = False
    home: str = ""

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """What they could be to the viewer: values and words."""
        return [(str(kind), str(kind.label)) for kind in KINDS[Network(self.home)]] if self.home else []

    @property
    def kind_label(self) -> str:
        return str(TieKind(self.kind).label) if self.kind else ""


NONE = Relation()


def relations(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, Relation]:
    """The relation of the viewer to each of these; a stranger has none. Four queries, whatever the number."""
    ids = list(persona_ids)
    if not viewer or not ids:
        return dict.fromkeys(ids, NONE)
    me = viewer.id
    kinds = dict(Tie.objects.filter(owner=me, other__in=ids).values_list("other", "kind"))
    asked: set[int] = set()
    asks: set[int] = set()
    requests = TieRequest.objects.filter(
        Q(sender=me, receiver__in=ids, withdrawn=False) | Q(sender__in=ids, receiver=me, declined=False)
    )
    for sender, receiver in requests.values_list("sender", "receiver"):
        (asked if sender == me else asks).add(receiver if sender == me else sender)
    following: set[int] = set()
    followers: set[int] = set()
    follows = Follow.objects.filter(Q(follower=me, followed__in=ids) | Q(follower__in=ids, followed=me))
    for follower, followed in follows.values_list("follower", "followed"):
        (following if follower == me else followers).add(followed if follower == me else follower)
    muted = muted_among(me, ids)
    return {
        each: Relation(
            tied=each in kinds,
            kind=kinds.get(each, ""),
            asked=each in asked,
            asks=each in asks,
            following=each in following,
            follows_me=each in followers,
            muted=each in muted,
            home=viewer.home,
        )
        for each in ids
    }


def muted_among(me: int, ids: Iterable[int] | None = None) -> set[int]:
    """Whom `me` mutes at this moment, among `ids` or at all."""
    mutes = Mute.objects.filter(Q(until=None) | Q(until__gt=clock.now()), by=me)
    if ids is not None:
        mutes = mutes.filter(persona__in=ids)
    return set(mutes.values_list("persona", flat=True))
