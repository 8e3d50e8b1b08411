"""What becomes of pictures when their author goes for good. The files follow at the next sweep, within a day or two."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.network.media.models import PersonTag, Picture, Upload
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_pictures(fact: PersonaErased) -> None:
    PersonTag.objects.filter(Q(persona=fact.persona_id) | Q(by=fact.persona_id)).delete()
    Upload.objects.filter(author=fact.persona_id).delete()
    Picture.objects.filter(author=fact.persona_id).delete()
