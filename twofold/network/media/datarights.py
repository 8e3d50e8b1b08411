"""What becomes of pictures when their author goes for good. The files follow at the next sweep, within a day or two."""

from twofold.foundation.courier.registry import on
from twofold.network.media.models import Picture
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_pictures(fact: PersonaErased) -> None:
    Picture.objects.filter(author=fact.persona_id).delete()
