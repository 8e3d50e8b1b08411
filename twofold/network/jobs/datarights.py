"""What becomes of jobs when a page is closed, and of what somebody did with jobs when they go for good."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.network.jobs.models import (
    Application,
    Deed,
    Feed,
    Job,
    Outside,
    Receipt,
    Remark,
    SavedJob,
    SavedSearch,
    Shelf,
)
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_jobs(fact: PersonaErased) -> None:
    who = fact.persona_id
    Deed.objects.filter(Q(page=who) | Q(applicant=who)).delete()
    Deed.objects.filter(actor=who).update(actor=None)
    Remark.objects.filter(by=who).update(by=None)
    Application.objects.filter(Q(author=who) | Q(page=who)).delete()
    for model in (Outside, Receipt, SavedJob, SavedSearch):
        model.objects.filter(persona=who).delete()
    Job.objects.filter(author=who).delete()
    Shelf.objects.filter(author=who).delete()
    Feed.objects.filter(page=who).delete()
