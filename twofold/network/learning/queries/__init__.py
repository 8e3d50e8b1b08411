"""Reads of learning, for a viewer."""

from twofold.network.learning.queries.certificates import (
    badge,
    by_certificate,
    certificate,
    certificate_for,
    certificates,
)
from twofold.network.learning.queries.courses import (
    Place,
    course_names,
    find_lesson,
    found,
    get,
    lesson_names,
    mine,
    own,
    taken,
    taught,
    teaching,
    where_on,
)
from twofold.network.learning.queries.figures import Figures, figures
from twofold.network.learning.queries.lessons import (
    Asked,
    Sheet,
    draft_questions,
    outline,
    sheet,
    whole,
)
from twofold.network.learning.queries.telling import remark_by_id, those_who_said, those_who_take

__all__ = [
    "Asked",
    "Figures",
    "Place",
    "Sheet",
    "badge",
    "by_certificate",
    "certificate",
    "certificate_for",
    "certificates",
    "course_names",
    "draft_questions",
    "figures",
    "find_lesson",
    "found",
    "get",
    "lesson_names",
    "mine",
    "outline",
    "own",
    "remark_by_id",
    "sheet",
    "taken",
    "taught",
    "teaching",
    "those_who_said",
    "those_who_take",
    "where_on",
    "whole",
]
