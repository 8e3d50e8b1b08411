from dataclasses import dataclass


@dataclass(frozen=True)
class ProjectAsked:
    """`by_id` would like `persona_id` to work in the project."""

    project_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class ProjectAskClosed:
    """Nobody waits for that answer any more. Never tell anyone why."""

    project_id: int
    persona_id: int


@dataclass(frozen=True)
class ProjectJoined:
    project_id: int
    persona_id: int


@dataclass(frozen=True)
class ProjectLeft:
    """`persona_id` works in the project no more, for whatever reason."""

    project_id: int
    persona_id: int


@dataclass(frozen=True)
class ProjectFinished:
    project_id: int
    by_id: int


@dataclass(frozen=True)
class PartConfirmed:
    """`persona_id` says that they had a part in a finished project, and wants it on their CV."""

    project_id: int
    persona_id: int


@dataclass(frozen=True)
class TaskGiven:
    """`persona_id` does a task from now on; `by_id` gave it to them."""

    task_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class TaskSaid:
    """Somebody said something to a task."""

    note_id: int
    task_id: int
    by_id: int


@dataclass(frozen=True)
class ProjectClosed:
    project_id: int
