"""Reads of games: one, and those one plays or watches. Each asks the door, and whether both players are there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.games.models import Game, State, Watcher
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SIZE = 12
MOST = 120


def there(viewer: Viewer) -> QuerySet[Game]:
    """The games that the door lets the viewer see, as long as they may come across both who play."""
    both = [AdmitsPersona.to(viewer, at=each) for each in ("author", "other")]
    active = {"author__state": Persona.State.ACTIVE, "other__state": Persona.State.ACTIVE}
    return Game.objects.visible_to(viewer).filter(*both, **active).select_related("author", "other")


def get(viewer: Viewer, game_id: int) -> Game:
    """One game. Absent where there is none, or none for this viewer."""
    found = _get(me=viewer.id, home=viewer.home, game=game_id)
    if not found or viewer.network != Network.SOCIAL:
        raise Absent
    return found[0]


@prepared
def _get(me: int, home: str, game: int) -> QuerySet[Game]:
    return there(Viewer(me, home, "")).filter(pk=game)


def asked_and_on(viewer: Viewer) -> Sequence[Game]:
    """The viewer's invitations, given and received, and their games that go on; what changed last comes first."""
    return _asked_and_on(me=viewer.id, home=viewer.home) if viewer else []


@prepared
def _asked_and_on(me: int, home: str) -> QuerySet[Game]:
    mine = Q(author=me) | Q(other=me)
    rows = there(Viewer(me, home, "")).filter(mine, state__in=(State.ASKED, State.ON))
    return rows.order_by("-changed_at", "-pk")[:MOST]


def finished(viewer: Viewer, before: str | None = None) -> Page[Game]:
    """The viewer's games that are over, the latest first."""
    position, _dash, pk = (before or "").partition("-")
    numbers = read_cursor(position), read_cursor(pk)
    moment, last = clock.now() + timedelta(days=1), 0
    if numbers[0] is not None and numbers[1] is not None and numbers[0] < 10**16:
        moment, last = clock.moment_at(numbers[0]), min(numbers[1], 2**63 - 1)
    found = _finished(me=viewer.id, home=viewer.home, moment=moment, last=last)
    return cut(found, SIZE, lambda row: f"{clock.position_of(row.changed_at)}-{row.pk}")


@prepared
def _finished(me: int, home: str, moment: datetime, last: int) -> QuerySet[Game]:
    earlier = Q(changed_at__lt=moment) | Q(changed_at=moment, pk__lt=last)
    rows = there(Viewer(me, home, "")).filter(Q(author=me) | Q(other=me), earlier, state=State.OVER)
    return rows.order_by("-changed_at", "-pk")[: SIZE + 1]


def watched(viewer: Viewer) -> Sequence[Game]:
    """The games of others that the viewer may watch, the latest first."""
    return _watched(me=viewer.id, home=viewer.home) if viewer else []


@prepared
def _watched(me: int, home: str) -> QuerySet[Game]:
    let = Watcher.objects.filter(persona=me, agreed=True).values("game")
    return there(Viewer(me, home, "")).filter(pk__in=let).order_by("-changed_at", "-pk")[:SIZE]


def watchers(viewer: Viewer, game: Game) -> Sequence[Watcher]:
    """Who may watch, and who was only proposed: for the two players, as far as the one who asks comes across them."""
    if viewer.id not in (game.author_id, game.other_id):
        return []
    return _watchers(me=viewer.id, home=viewer.home, game=game.pk)


@prepared
def _watchers(me: int, home: str, game: int) -> QuerySet[Watcher]:
    rows = Watcher.objects.filter(AdmitsPersona.to(Viewer(me, home, ""), at="persona"), game=game)
    rows = rows.filter(persona__state=Persona.State.ACTIVE)
    return rows.select_related("persona").order_by("persona__name", "pk")


def turns(viewer: Viewer) -> int:
    """In how many games the viewer has to move."""
    return there(viewer).filter(mover=viewer.id, state=State.ON).count() if viewer else 0


def waits_for(game_id: int) -> tuple[int, int]:
    """Whose answer and whose move a game waits for, each 0 where it waits for none."""
    found = Game.objects.filter(pk=game_id).values_list("state", "other", "mover").first()
    state, other, mover = found or (State.CLOSED, 0, None)
    return other if state == State.ASKED else 0, mover or 0


def looking_at(game_id: int) -> set[int]:
    """Whose pages may show this game: those who play it and those who watch."""
    found = Game.objects.filter(pk=game_id).values_list("author", "other")
    watching = Watcher.objects.filter(game=game_id, agreed=True).values_list("persona", flat=True)
    return {each for pair in found for each in pair} | set(watching)
