"""What those who hire think of an application: a scorecard each, and words that they send."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.jobs.actions.asking import hiring, insist, note
from twofold.network.jobs.actions.hiring import held_application
from twofold.network.jobs.facts import ApplicationMoved
from twofold.network.jobs.models import Application, Reply, Score, Template
from twofold.network.jobs.policies import (
    MOST_REMARK,
    MOST_REPLIES,
    MOST_REPLY,
    MOST_TEMPLATES,
    VERDICTS,
    criteria,
)
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_score(
    actor: Persona, *, application_id: int, marks: Mapping[str, int], verdict: int, text: str = ""
) -> Score:
    """One's own scorecard: `marks` by criterion, 1 to 4 each; a criterion may be left out. The last one counts."""
    application = held_application(actor, application_id)
    insist("" if verdict in VERDICTS else _("Say what you think on the whole."), field="verdict")
    known = criteria(application.job)
    kept = {name: mark for name, mark in marks.items() if name in known and mark in VERDICTS}
    text = clean_block(text)
    insist("" if len(text) <= MOST_REMARK else _("That is too long for a note."), field="score_text")
    score, _made = Score.objects.update_or_create(
        application=application,
        by=actor,
        defaults={"marks": kept, "verdict": verdict, "text": text, "at": clock.now()},
    )
    if application.job is not None:
        note(application.job, actor, "scored", applicant=application.author_id)
    return score


@transaction.atomic
def reply(actor: Persona, *, application_id: int, text: str) -> Reply:
    """Words to the applicant, in the name of the page. {name} and {job} are filled in for whoever reads them."""
    application = held_application(actor, application_id)
    text = letter_to(application, text)
    if application.job is not None:
        note(application.job, actor, "replied", applicant=application.author_id)
    announce(ApplicationMoved(application.pk, application.page_id, application.author_id, "words"))
    return Reply.objects.create(application=application, by=actor, text=text, at=clock.now())


def letter_to(application: Application, text: str) -> str:
    """Words to an applicant as they are kept. Refused where they are none, too long or too many."""
    text = clean_block(text)
    insist("" if text else _("Write something first."), field="reply")
    insist("" if len(text) <= MOST_REPLY else _("That is too long for a letter."), field="reply")
    there = Reply.objects.filter(application=application).count()
    insist("" if there < MOST_REPLIES else _("That is enough. Talk to them."), field="reply")
    return text


@transaction.atomic
def keep_template(actor: Persona, *, page: Persona, name: str, text: str) -> Template:
    """Words to send again; the name is what it is known by, and writes over the one of that name."""
    hiring(actor, page)
    name, text = clean_line(name)[:60], clean_block(text)
    insist("" if name else _("Give it a name."), field="name")
    insist("" if text else _("Write something first."), field="text")
    insist("" if len(text) <= MOST_REPLY else _("That is too long for a letter."), field="text")
    others = Template.objects.filter(page=page).exclude(name=name).count()
    insist("" if others < MOST_TEMPLATES else _("Let go of one first."), field="name")
    return Template.objects.update_or_create(page=page, name=name, defaults={"text": text})[0]


@transaction.atomic
def drop_template(actor: Persona, *, template_id: int) -> Template:
    found = Template.objects.select_related("page").filter(pk=template_id).first()
    if found is None:
        raise Absent
    hiring(actor, found.page)
    Template.objects.filter(pk=template_id).delete()
    return found
