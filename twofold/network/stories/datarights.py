"""What becomes of stories when somebody goes for good."""

from twofold.foundation.courier.registry import on
from twofold.network.stories import actions
from twofold.network.stories.models import Highlight, Look, Story
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_stories(fact: PersonaErased) -> None:
    Look.objects.filter(persona=fact.persona_id).delete()
    actions.erase(list(Story.objects.filter(author=fact.persona_id).values_list("pk", flat=True)))
    Highlight.objects.filter(author=fact.persona_id).delete()
