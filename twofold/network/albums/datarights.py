"""What becomes of albums when somebody goes for good. Their pictures are erased by the floor below."""

from twofold.foundation.courier.registry import on
from twofold.network.albums import actions
from twofold.network.albums.models import Contributor
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_albums(fact: PersonaErased) -> None:
    Contributor.objects.filter(persona=fact.persona_id).delete()
    actions.dissolve(fact.persona_id)
