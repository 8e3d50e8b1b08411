"""Who works in a project: asked, coming in, doing another part, going."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.projects import policies
from twofold.network.projects.actions.asking import doing, held, insist, note_down, seen, standing
from twofold.network.projects.actions.lists import drop, put
from twofold.network.projects.actions.making import dissolve
from twofold.network.projects.facts import ProjectAskClosed, ProjectAsked, ProjectJoined, ProjectLeft
from twofold.network.projects.models import Membership, Note, Project, Role, Task, What
from twofold.network.projects.policies import MAY
from twofold.network.projects.queries.people import heir
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def invite(actor: Persona, *, project: Project, persona: Persona, role: str = Role.MAKER) -> None:
    """Ask somebody to work in a project, or to look on. Who said no is not asked again; `actor` sees no answer."""
    kept, _mine = doing(actor, project, "invite")
    both = (Viewer.of(actor), persona), (Viewer.of(persona), actor)
    if not all(personas_visible_to(viewer).filter(pk=other.pk).exists() for viewer, other in both):
        raise Absent
    insist(policies.why_not_invite(kept, persona), field="handle")
    theirs = standing(kept, persona)
    if theirs is not None and theirs.role in MAY:
        raise Refused(_("%(name)s belongs to the project already.") % {"name": persona.name}, field="handle")
    if theirs is not None or role not in (Role.MAKER, Role.READER):
        return
    put(kept, persona, Role.INVITED, by=actor, part=role)
    announce(ProjectAsked(kept.pk, persona.pk, actor.pk))


@transaction.atomic
def accept(actor: Persona, *, project: Project, at: datetime | None = None) -> Membership:
    """Come in, where one was asked. Twice is once."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None:
        raise Absent
    if mine.role in MAY:
        return mine
    made = put(kept, actor, mine.part if mine.part in MAY else Role.MAKER, part="", at=at)
    announce(ProjectAskClosed(kept.pk, actor.pk))
    announce(ProjectJoined(kept.pk, actor.pk))
    note_down(kept, actor, What.JOINED, at=at)
    return made


@transaction.atomic
def decline(actor: Persona, *, project: Project) -> None:
    """Say no: nobody is told, and a private project is not there any more."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None or mine.role != Role.INVITED:
        raise Absent
    mine.declined = True
    mine.save(update_fields=["declined"])
    announce(ProjectAskClosed(kept.pk, actor.pk))


@transaction.atomic
def take_invitation_back(actor: Persona, *, project: Project, persona_id: int) -> None:
    kept, _mine = doing(actor, project, "invite")
    theirs = _of(kept, persona_id)
    if theirs.role != Role.INVITED:
        raise Absent
    drop(kept, theirs.persona)
    announce(ProjectAskClosed(kept.pk, persona_id))


@transaction.atomic
def change_role(actor: Persona, *, project: Project, persona_id: int, role: str) -> None:
    """Let a member do something else. The last one who leads it goes on leading."""
    kept, _mine = doing(actor, project, "roles")
    theirs = _of(kept, persona_id)
    if role not in MAY or theirs.role not in MAY:
        raise Absent
    if theirs.role == Role.LEAD and role != Role.LEAD and heir(kept, besides=persona_id, leads=True) is None:
        raise Refused(_("Somebody has to lead it. Let another member lead it first."))
    put(kept, theirs.persona, role)
    if role == Role.READER:
        _let_go_of_tasks(kept, persona_id)


@transaction.atomic
def say_part(actor: Persona, *, project: Project, words: str) -> None:
    """Say in one's own words what one does there."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None or mine.role not in MAY:
        raise Absent
    part = clean_line(words)
    if len(part) > 60:
        insist(policies.why_not_line(part, 60), field="part")
    mine.part = part
    mine.save(update_fields=["part"])


@transaction.atomic
def remove(actor: Persona, *, project: Project, persona_id: int) -> None:
    """Take somebody out who works there and does not lead it. What they wrote stays; what they had to do is open."""
    kept, _mine = doing(actor, project, "roles")
    theirs = _of(kept, persona_id)
    if theirs.role not in MAY or theirs.role == Role.LEAD:
        raise Absent
    _go(kept, theirs.persona)


@transaction.atomic
def leave(actor: Persona, *, project: Project) -> None:
    """Go. When the last one goes who leads it, whoever has been there longest does; without anybody it is given up."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None or mine.role not in MAY:
        raise Absent
    _hand_on(kept, actor)


def forget_person(persona: Persona) -> None:
    """Somebody is gone for good: their projects are handed on, and what they said goes."""
    rows = Membership.objects.filter(persona=persona).values_list("project", flat=True)
    for number in list(rows):
        _hand_on(held(number), persona)
    notes = Note.objects.filter(author=persona, live=True)
    for task in Task.objects.filter(pk__in=notes.values("task")):
        gone = notes.filter(task=task).count()
        Task.objects.filter(pk=task.pk).update(notes_count=max(0, task.notes_count - gone))
    Note.objects.filter(author=persona).delete()


def _hand_on(project: Project, leaver: Persona) -> None:
    mine = standing(project, leaver)
    if mine is not None and mine.role == Role.LEAD and heir(project, besides=leaver.pk, leads=True) is None:
        following = heir(project, besides=leaver.pk)
        if following is None:
            dissolve(project)
            return
        put(project, following.persona, Role.LEAD)
    _go(project, leaver)


def _go(project: Project, persona: Persona) -> None:
    if drop(project, persona):
        _let_go_of_tasks(project, persona.pk)
        announce(ProjectLeft(project.pk, persona.pk))


def _let_go_of_tasks(project: Project, persona_id: int) -> None:
    Task.objects.filter(project=project, assignee=persona_id, done_at=None).update(assignee=None)


def _of(project: Project, persona_id: int) -> Membership:
    found = Membership.objects.filter(project=project, persona=persona_id).select_related("persona").first()
    if found is None:
        raise Absent
    return found
