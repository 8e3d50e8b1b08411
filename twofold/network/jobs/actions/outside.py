"""Applications elsewhere, which somebody keeps by hand for nobody but themselves."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.jobs.actions.asking import insist
from twofold.network.jobs.facts import StepDue
from twofold.network.jobs.models import Application, Outside, Stage
from twofold.network.jobs.policies import MOST_OUTSIDE, why_not_link
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_outside(
    actor: Persona,
    *,
    outside_id: int | None = None,
    title: str,
    employer: str,
    stage: str,
    link: str = "",
    memo: str = "",
    next_on: date | None = None,
) -> Outside:
    """Keep one, a new one without `outside_id`."""
    found = _own(actor, outside_id) if outside_id else Outside(persona=actor)
    title, employer, link = clean_line(title)[:120], clean_line(employer)[:80], clean_line(link)[:400]
    insist("" if title else _("Say for which job."), field="title")
    insist("" if employer else _("Say at which employer."), field="employer")
    insist("" if stage in Stage.values else _("Choose one of the list."), field="stage")
    insist(why_not_link(link), field="link")
    there = Outside.objects.filter(persona=actor).count()
    insist("" if outside_id or there < MOST_OUTSIDE else _("Let go of an old one first."), field="title")
    if found.next_on != next_on:
        found.reminded = False
    found.title, found.employer, found.link, found.stage = title, employer, link, stage
    found.memo, found.next_on, found.changed_at = clean_line(memo)[:300], next_on, clock.now()
    found.save()
    return found


@transaction.atomic
def drop_outside(actor: Persona, *, outside_id: int) -> None:
    _own(actor, outside_id).delete()


def remind() -> int:
    """Tell those whose day has come; each day once."""
    told = 0
    for model in (Outside, Application):
        due = model.objects.filter(reminded=False, next_on__lte=clock.now().date())
        told += sum(_remind(model, pk) for pk in due.values_list("pk", flat=True)[:2_000])
    return told


@transaction.atomic
def _remind(model: type[Outside] | type[Application], pk: int) -> int:
    """Whoever changes it meanwhile comes first or waits: the row is taken by the change."""
    if not model.objects.filter(pk=pk, reminded=False).update(reminded=True):
        return 0
    whose = "persona" if model is Outside else "author"
    announce(StepDue(pk, model.objects.filter(pk=pk).values_list(whose, flat=True).get()))
    return 1


def _own(actor: Persona, outside_id: int) -> Outside:
    found = Outside.objects.select_for_update().filter(pk=outside_id, persona=actor).first()
    if found is None:
        raise Absent
    return found
