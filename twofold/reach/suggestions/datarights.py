"""What becomes of somebody's refusals, and of those that name them, when they go for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.reach.suggestions.models import Refusal, Reserved


@on(PersonaErased)
def erase_refusals(fact: PersonaErased) -> None:
    gone = fact.persona_id
    Refusal.objects.filter(owner=gone).delete()
    Refusal.objects.filter(about=Refusal.About.PERSON, ref=str(gone)).delete()
    Reserved.objects.filter(pk=gone).delete()
