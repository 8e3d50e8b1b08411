from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.learning.models.courses import MAX_TITLE, Course, Lesson
from twofold.network.learning.models.quizzes import Question
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_REMARK = 3_000


class Enrolment(models.Model):
    """`persona` takes a course, and was last at `lesson`. Known to them and to its teacher."""

    id = RandomIdField()
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrolments", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    lesson = models.ForeignKey(Lesson, on_delete=models.SET_NULL, null=True, related_name="+")
    done_count = models.SmallIntegerField(default=0)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "persona"], name="learning_one_enrolment")]


class Done(models.Model):
    """A lesson that somebody is through with."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="done", db_index=False)
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="done")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson"], name="learning_one_done")]


class Answer(models.Model):
    """What somebody answered last: ids of choices, in their order where that was asked, or what was typed.

    `first_right` is whether they knew it at once: the teacher sees how many did, never who.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="answers", db_index=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    given = models.JSONField()
    right = models.BooleanField()
    first_right = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "question"], name="learning_one_answer")]


class Certificate(models.Model):
    """`persona` went through a course, taught by `by`. It stays theirs when the course is gone."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    course = models.ForeignKey(Course, on_delete=models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    summary = models.CharField(max_length=200, blank=True)
    # What one learns there, in words with commas between them.
    skills = models.CharField(max_length=800, blank=True)
    lessons = models.SmallIntegerField()
    minutes = models.IntegerField(default=0)
    at = models.DateTimeField()
    # When they put it on their profile.
    shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "course"], name="learning_one_certificate")]


class Remark(Shared):
    """Something said to a lesson, to those who find the course."""

    id = RandomIdField()
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="remarks", db_index=False)
    text = models.TextField(max_length=MAX_REMARK)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["lesson", "at"], name="learning_remarks")]
