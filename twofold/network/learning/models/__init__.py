"""Tables of learning."""

from twofold.network.learning.models.courses import (
    MAX_ABOUT,
    MAX_LESSON,
    MAX_SUMMARY,
    MAX_TITLE,
    Chapter,
    Course,
    CourseSkill,
    Lesson,
)
from twofold.network.learning.models.learners import MAX_REMARK, Answer, Certificate, Done, Enrolment, Remark
from twofold.network.learning.models.quizzes import MAX_CHOICE, MAX_QUESTION, Asks, Choice, Question

__all__ = [
    "MAX_ABOUT",
    "MAX_CHOICE",
    "MAX_LESSON",
    "MAX_QUESTION",
    "MAX_REMARK",
    "MAX_SUMMARY",
    "MAX_TITLE",
    "Answer",
    "Asks",
    "Certificate",
    "Chapter",
    "Choice",
    "Course",
    "CourseSkill",
    "Done",
    "Enrolment",
    "Lesson",
    "Question",
    "Remark",
]
