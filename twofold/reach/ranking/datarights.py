"""What becomes of somebody's tastes, and of what others chose about them, when they go for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.reach.ranking.models import About, Bond, Leaning, Ranked, Seen, Taste


@on(PersonaErased)
def erase_tastes(fact: PersonaErased) -> None:
    gone = fact.persona_id
    for table in (Bond, Leaning, Ranked, Seen):
        table.objects.filter(owner=gone).delete()
    Taste.objects.filter(pk=gone).delete()
    Bond.objects.filter(other=gone).delete()
    Leaning.objects.filter(about=About.PERSON, ref=str(gone)).delete()
