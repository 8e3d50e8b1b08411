"""What becomes of a profile's entries when somebody goes for good."""

from twofold.foundation.courier.registry import on
from twofold.network.profiles.models import Aside, Entry, Member, SectionAudience
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_entries(fact: PersonaErased) -> None:
    Entry.objects.filter(author=fact.persona_id).delete()
    SectionAudience.objects.filter(persona=fact.persona_id).delete()
    Aside.objects.filter(author=fact.persona_id).delete()
    Member.objects.filter(persona=fact.persona_id).delete()
