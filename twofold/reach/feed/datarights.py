"""What becomes of feeds when their owner goes for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.reach.feed.models import Entry, Hidden, LoudAuthor, Snooze


@on(PersonaErased)
def erase_feed(fact: PersonaErased) -> None:
    Entry.objects.filter(owner=fact.persona_id).delete()
    Hidden.objects.filter(owner=fact.persona_id).delete()
    Snooze.objects.filter(owner=fact.persona_id).delete()
    LoudAuthor.objects.filter(persona=fact.persona_id).delete()
