"""Telling of projects: who asks one in, what one is given to do, what is said to it, and that all is done."""

from twofold.foundation.courier.registry import on
from twofold.network.projects.facts import (
    PartConfirmed,
    ProjectAskClosed,
    ProjectAsked,
    ProjectClosed,
    ProjectFinished,
    ProjectLeft,
    TaskGiven,
    TaskSaid,
)
from twofold.network.projects.queries import task_by_id, those_who_said, workers_of
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@on(ProjectAsked)
def tell_of_being_asked_in(fact: ProjectAsked) -> None:
    kind = Kind.PROJECT_ASKED
    take_back(kind=kind, about=fact.project_id, recipient=fact.persona_id)
    notify(
        {fact.persona_id},
        actor_id=fact.by_id,
        kind=kind,
        bundle=f"{kind.value}:{fact.project_id}",
        about=fact.project_id,
    )


@on(ProjectAskClosed)
def forget_being_asked_in(fact: ProjectAskClosed) -> None:
    take_back(kind=Kind.PROJECT_ASKED, about=fact.project_id, recipient=fact.persona_id)


@on(ProjectFinished)
def tell_that_it_is_finished(fact: ProjectFinished) -> None:
    """Whoever worked on it can put it on their profile; who finished it knows."""
    kind = Kind.PROJECT_DONE
    take_back(kind=kind, about=fact.project_id)
    notify(
        workers_of(fact.project_id),
        actor_id=fact.by_id,
        kind=kind,
        bundle=f"{kind.value}:{fact.project_id}",
        about=fact.project_id,
    )


@on(PartConfirmed)
def forget_that_it_waits(fact: PartConfirmed) -> None:
    take_back(kind=Kind.PROJECT_DONE, about=fact.project_id, recipient=fact.persona_id)


@on(ProjectLeft)
def forget_what_was_for_those_in_it(fact: ProjectLeft) -> None:
    kinds = [Kind.PROJECT_ASKED, Kind.PROJECT_DONE]
    take_back(kind__in=kinds, about=fact.project_id, recipient=fact.persona_id)


@on(ProjectClosed)
def forget_what_is_gone(fact: ProjectClosed) -> None:
    take_back(kind__in=[Kind.PROJECT_ASKED, Kind.PROJECT_DONE], about=fact.project_id)


@on(TaskGiven)
def tell_of_something_to_do(fact: TaskGiven) -> None:
    kind = Kind.TASK_GIVEN
    take_back(kind=kind, about=fact.task_id)
    bundle = f"{kind.value}:{fact.task_id}"
    notify({fact.persona_id}, actor_id=fact.by_id, kind=kind, bundle=bundle, about=fact.task_id)


@on(TaskSaid)
def tell_what_is_said(fact: TaskSaid) -> None:
    """Whoever does the task and whoever spoke there before, as long as they work in the project."""
    task = task_by_id(fact.task_id)
    if task is None:
        return
    concerned = (those_who_said(task.pk) | {task.assignee_id or 0}) & workers_of(task.project_id)
    kind = Kind.TASK_SAID
    take_back(kind=kind, about=task.pk, actor=fact.by_id)
    notify(concerned, actor_id=fact.by_id, kind=kind, bundle=f"{kind.value}:{task.pk}", about=task.pk)
