"""What becomes of recommendations when somebody goes for good: those they wrote, and those about them."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.network.recommendations.actions import forget
from twofold.network.recommendations.models import Ask, Recommendation
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_recommendations(fact: PersonaErased) -> None:
    who = fact.persona_id
    for row in Recommendation.objects.filter(Q(author=who) | Q(receiver=who)):
        forget(row)
    Ask.objects.filter(Q(asker=who) | Q(writer=who)).delete()
