"""What becomes of skills and endorsements when somebody goes for good: theirs, and what they said of others."""

from twofold.foundation.courier.registry import on
from twofold.network.endorsements.actions.endorsing import forget
from twofold.network.endorsements.models import Default, Endorsement, Skill
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_skills(fact: PersonaErased) -> None:
    """Their skills with all that was said to them, and every word of theirs, with the grounds and the badges."""
    for said in Endorsement.objects.filter(endorser=fact.persona_id).select_related("skill"):
        forget(said)
    for said in Endorsement.objects.filter(skill__author=fact.persona_id).select_related("skill"):
        forget(said)
    Skill.objects.filter(author=fact.persona_id).delete()
    Default.objects.filter(owner=fact.persona_id).delete()
