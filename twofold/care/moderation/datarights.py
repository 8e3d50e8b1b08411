"""What becomes of reports when somebody goes for good: what they said goes, and what was said of them."""

from twofold.care.moderation.models import Case, Officer, Report, Step
from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_reports(fact: PersonaErased) -> None:
    """A case stands on what others said too; without any of them it is nothing."""
    who = fact.persona_id
    Officer.objects.filter(persona=who).delete()
    Case.objects.filter(about=who).delete()
    Report.objects.filter(reporter=who).delete()
    Case.objects.filter(reports=None).delete()
    Step.objects.filter(by=who).update(by=None)
