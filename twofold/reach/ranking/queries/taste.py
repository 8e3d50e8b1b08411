"""What a reader chose."""

from django.db import connection
from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking.models import Leaning, Order, Taste

_ORDER = 'SELECT "order" FROM ranking_taste WHERE persona_id = %s'


def order_of(viewer: Viewer) -> str:
    """In which order the viewer reads: asked by every home page, and so precompiled."""
    with connection.cursor() as cursor:
        cursor.execute(_ORDER, [viewer.id])
        row = cursor.fetchone()
    return row[0] if row else Order.LATEST


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
