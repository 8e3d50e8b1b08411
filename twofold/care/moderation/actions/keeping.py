"""Who looks after a network, and how long copies are kept."""

from django.db import transaction

from twofold.care.moderation.models import Exhibit, Officer, Report
from twofold.care.moderation.policies import KEPT
from twofold.foundation.kit import clock
from twofold.people.personas.models import Persona


@transaction.atomic
def appoint(persona: Persona) -> None:
    """From now on `persona` decides on what is reported in its network; twice is once."""
    Officer.objects.get_or_create(persona=persona, defaults={"since": clock.now()})


def dismiss_officer(persona: Persona) -> None:
    Officer.objects.filter(persona=persona).delete()


@transaction.atomic
def forget_copies() -> int:
    """Of what was decided long ago only the decision is kept; how many reports lost their copies."""
    old = Report.objects.filter(case__decided_at__lt=clock.now() - KEPT, case__appealed=False).exclude(
        copy={}
    )
    found = list(old.values_list("pk", flat=True)[:500])
    Exhibit.objects.filter(report__in=found).delete()
    Report.objects.filter(pk__in=found).update(copy={}, note="")
    return len(found)
