"""Tables of projects."""

from twofold.network.projects.models.board import (
    MAX_TASK_TITLE,
    MAX_TASK_WORDS,
    Check,
    Column,
    Label,
    Milestone,
    Tagged,
    Task,
)
from twofold.network.projects.models.projects import (
    MAX_ABOUT,
    MAX_NAME,
    WORKS,
    Membership,
    Openness,
    Project,
    Role,
)
from twofold.network.projects.models.talk import MAX_NOTE, Deed, Note, What

__all__ = [
    "MAX_ABOUT",
    "MAX_NAME",
    "MAX_NOTE",
    "MAX_TASK_TITLE",
    "MAX_TASK_WORDS",
    "WORKS",
    "Check",
    "Column",
    "Deed",
    "Label",
    "Membership",
    "Milestone",
    "Note",
    "Openness",
    "Project",
    "Role",
    "Tagged",
    "Task",
    "What",
]
