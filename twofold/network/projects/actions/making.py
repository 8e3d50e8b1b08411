"""Beginning a project, changing what it is, finishing it, giving it up."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.files.actions import readdress
from twofold.network.projects import policies
from twofold.network.projects.actions.asking import doing, insist, note_down, seen, standing
from twofold.network.projects.actions.lists import audiences_of, put
from twofold.network.projects.facts import PartConfirmed, ProjectClosed, ProjectFinished
from twofold.network.projects.models import Column, Membership, Note, Openness, Project, Role, Task, What
from twofold.people.personas.actions import create_body, erase_persona, name_body
from twofold.people.personas.models import Persona

# From wide to narrow. What was written for few is never shown to more.
_NARROWER = list(Openness.values)


@transaction.atomic
def make_project(
    actor: Persona,
    *,
    name: str,
    about: str = "",
    openness: str,
    began: date | None = None,
    due: date | None = None,
    at: datetime | None = None,
) -> Project:
    """A new project, led by `actor`, with three columns on its board."""
    insist(policies.why_not_make(actor))
    moment = at or clock.now()
    words = _words(name, about, openness, began or moment.date(), due)
    body = create_body(network=actor.network, name=words["name"])
    project = Project.objects.create(
        pk=body.pk,
        author=body,
        **words,
        **audiences_of(body, openness),
        position=clock.position_of(moment),
        created_at=moment,
    )
    columns = ((_("To do"), False), (_("Doing"), False), (_("Done"), True))
    Column.objects.bulk_create(
        [
            Column(project=project, name=name, place=place, done=done)
            for place, (name, done) in enumerate(columns)
        ]
    )
    put(project, actor, Role.LEAD, at=moment)
    note_down(project, actor, What.MADE, at=moment)
    project.refresh_from_db(fields=["members_count"])
    return project


@transaction.atomic
def edit_project(
    actor: Persona,
    *,
    project: Project,
    name: str,
    about: str = "",
    openness: str,
    began: date | None = None,
    due: date | None = None,
) -> Project:
    """Say differently what a project is. It can close further; it never opens what was closed."""
    kept, _mine = doing(actor, project, "edit")
    words = _words(name, about, openness, began or kept.began, due)
    if _NARROWER.index(openness) < _NARROWER.index(kept.openness):
        insist(
            _(
                "People wrote here for fewer readers. A project can close further, never open up; begin another one."
            ),
            field="openness",
        )
    renamed, narrowed = words["name"] != kept.name, openness != kept.openness
    for field, value in words.items():
        setattr(kept, field, value)
    if narrowed:
        kept.audience, kept.inside = audiences_of(kept.author, openness).values()
        Task.objects.filter(project=kept).update(audience=kept.inside)
        Note.objects.filter(task__project=kept).update(audience=kept.inside)
        readdress(body=kept.author, audience=kept.inside)
    kept.save()
    if renamed:
        name_body(kept.author, name=kept.name)
    return kept


@transaction.atomic
def finish_project(
    actor: Persona, *, project: Project, finished: bool = True, at: datetime | None = None
) -> Project:
    """What was to be done is done: from now on it is read. Or it is taken up again, and waits for no more yes."""
    kept, _mine = doing(actor, project, "close")
    if bool(kept.finished_at) == finished:
        return kept
    moment = at or clock.now()
    kept.finished_at = moment if finished else None
    kept.save(update_fields=["finished_at"])
    note_down(kept, actor, What.FINISHED if finished else What.RESUMED, at=moment)
    if finished:
        announce(ProjectFinished(kept.pk, actor.pk))
    return kept


@transaction.atomic
def confirm_part(actor: Persona, *, project: Project) -> Membership:
    """Say that one had a part in a finished project, and wants it on one's CV. Twice is once."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None or not policies.works(mine) or not kept.finished_at:
        raise Absent
    if mine.confirmed_at is None:
        mine.confirmed_at = clock.now()
        mine.save(update_fields=["confirmed_at"])
        announce(PartConfirmed(kept.pk, actor.pk))
    return mine


@transaction.atomic
def close_project(actor: Persona, *, project: Project) -> None:
    """Give a project up for good, with its board. What stands on CVs by now stays there: it is theirs."""
    kept, _mine = doing(actor, project, "close")
    dissolve(kept)


def dissolve(project: Project) -> None:
    """Nobody is left to lead it, or whoever does wants it gone: all that hangs on it goes too."""
    body = project.author
    announce(ProjectClosed(project.pk))
    project.delete()
    erase_persona(body)


def _words(name: str, about: str, openness: str, began: date, due: date | None) -> dict[str, Any]:
    words: dict[str, Any] = {
        "name": clean_line(name),
        "about": clean_block(about),
        "openness": openness,
        "began": began,
        "due": due,
    }
    field, reason = policies.why_not_words(**words)
    insist(reason, field=field)
    return words
