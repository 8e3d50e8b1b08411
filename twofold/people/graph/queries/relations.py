"""How the viewer stands to others, for as many as a page shows, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from twofold.foundation.kit import clock
from twofold.people.graph.models import KINDS, Mute, TieKind
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


_STANDING = """SELECT pe.id,
 (SELECT ti.kind FROM graph_tie ti WHERE ti.owner_id = %(me)s AND ti.other_id = pe.id),
 EXISTS (SELECT 1 FROM graph_tierequest re WHERE re.sender_id = %(me)s AND re.receiver_id = pe.id AND NOT re.withdrawn),
 EXISTS (SELECT 1 FROM graph_tierequest re WHERE re.sender_id = pe.id AND re.receiver_id = %(me)s AND NOT re.declined),
 EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = %(me)s AND fo.followed_id = pe.id),
 EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = pe.id AND fo.followed_id = %(me)s),
 EXISTS (SELECT 1 FROM graph_mute mu WHERE mu.by_id = %(me)s AND mu.persona_id = pe.id
  AND (mu.until IS NULL OR mu.until > %(now)s))
FROM personas_persona pe WHERE pe.id IN ({ids})"""


def relations(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, Relation]:
    """The relation of the viewer to each of these; a stranger has none. One precompiled read, whatever the number."""
    ids = list(persona_ids)
    found: dict[int, Relation] = dict.fromkeys(ids, NONE)
    if not viewer or not ids:
        return found
    home, now = viewer.home, connection.ops.adapt_datetimefield_value(clock.now())
    statement = _STANDING.replace("{ids}", ", ".join(f"{each:d}" for each in ids))
    with connection.cursor() as cursor:
        cursor.execute(statement, {"me": viewer.id, "now": now})
        for number, kind, *others in cursor.fetchall():
            asked, asks, following, follows_me, muted = map(bool, others)
            found[number] = Relation(
                kind is not None, kind or "", asked, asks, following, follows_me, muted, home
            )
    return {number: relation if relation.home else Relation(home=home) for number, relation in found.items()}


def muted_among(me: int, ids: Iterable[int] | None = None) -> set[int]:
    """Whom `me` mutes at this moment, among `ids` or at all."""
    mutes = Mute.objects.filter(Q(until=None) | Q(until__gt=clock.now()), by=me)
    if ids is not None:
        mutes = mutes.filter(persona__in=ids)
    return set(mutes.values_list("persona", flat=True))
