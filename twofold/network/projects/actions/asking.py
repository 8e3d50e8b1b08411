"""What every action in a project asks first."""

from datetime import datetime

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.projects.models import Deed, Membership, Project, Task
from twofold.network.projects.policies import can
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def held(project_id: int) -> Project:
    """The project as it stands now, held until the transaction ends."""
    rows = Project.objects.select_for_update(of=("self",)).select_related("author", "inside")
    found = rows.filter(pk=project_id, live=True).first()
    if found is None:
        raise Absent
    return found


def seen(actor: Persona, project: Project) -> Project:
    """The same; Absent unless `actor` sees it."""
    if not Project.objects.visible_to(Viewer.of(actor)).filter(pk=project.pk).exists():
        raise Absent
    return held(project.pk)


def standing(project: Project, persona: Persona) -> Membership | None:
    return Membership.objects.filter(project=project, persona=persona).first()


def doing(actor: Persona, project: Project, act: str) -> tuple[Project, Membership]:
    """The project, held, and what `actor` is to it; Absent unless that lets them `act`."""
    kept = seen(actor, project)
    mine = standing(kept, actor)
    if mine is None or act not in can(kept, mine):
        raise Absent
    return kept, mine


def at_task(actor: Persona, task: Task, act: str) -> tuple[Project, Task]:
    """The project, held, and one of its tasks as it stands now; Absent unless `actor` may `act` there."""
    if not Task.objects.visible_to(Viewer.of(actor)).filter(pk=task.pk).exists():
        raise Absent
    kept, _mine = doing(actor, Project(pk=task.project_id), act)
    return kept, Task.objects.select_related("column", "milestone").get(pk=task.pk)


def note_down(
    project: Project,
    actor: Persona,
    what: str,
    *,
    task: Task | None = None,
    words: str = "",
    at: datetime | None = None,
) -> None:
    """Write a line into the log of the project."""
    moment = at or clock.now()
    Deed.objects.create(
        project=project,
        actor=actor,
        what=what,
        task=task,
        words=words[:160],
        at=moment,
        position=clock.position_of(moment),
    )
