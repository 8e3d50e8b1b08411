"""What a reader chose."""

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.reading import read
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking.models import Leaning, Order, Taste

_ORDER = 'SELECT "order", plain FROM ranking_taste WHERE persona_id = %s'


def order_of(viewer: Viewer) -> tuple[str, bool]:
    """In which order the viewer reads, and whether without profiling: asked by every home page, and so precompiled."""
    for order, plain in read(_ORDER, [viewer.id]):
        return order, bool(plain)
    return Order.LATEST, False


@prepared
def _chosen(persona: int) -> QuerySet[Taste]:
    return Taste.objects.filter(pk=persona)


def taste_of(persona_id: int) -> Taste:
    """What somebody chose; what nobody chose yet is as it comes, and is not written."""
    return next(iter(_chosen(persona=persona_id)), None) or Taste(persona_id=persona_id)


def leanings_of(persona_id: int) -> dict[str, dict[str, int]]:
    """More and less, by what it is about: person, topic, kind."""
    found: dict[str, dict[str, int]] = {"person": {}, "topic": {}, "kind": {}}
    rows = Leaning.objects.filter(owner=persona_id)
    for about, ref, amount in rows.values_list("about", "ref", "amount"):
        found[about][ref] = amount
    return found
