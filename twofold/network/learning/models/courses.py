from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.media.models import Picture
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Audience, Shared

MAX_TITLE = 100
MAX_SUMMARY = 200
MAX_ABOUT = 4_000
MAX_LESSON = 30_000


class Course(Shared):
    """A course, of its teacher. `meant_for` is whom they chose; `audience` whom it reaches now.

    A draft reaches its teacher alone. A published one reaches those it is meant for, and whoever takes it: they are the
    part "course" of its teacher, with the course's id, so that nobody loses what they began.
    """

    id = RandomIdField()
    title = models.CharField(max_length=MAX_TITLE)
    summary = models.CharField(max_length=MAX_SUMMARY, blank=True)
    about = models.TextField(max_length=MAX_ABOUT, blank=True)
    language = models.CharField(max_length=12, blank=True)
    # How long it takes, all in all.
    minutes = models.IntegerField(default=0)
    meant_for = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    lessons_count = models.IntegerField(default=0)
    learners_count = models.IntegerField(default=0)
    # Where it stands among those that can be found: the newest first.
    position = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["position"], name="learning_in_order"),
            models.Index(fields=["author", "position"], name="learning_by_author"),
        ]


class CourseSkill(models.Model):
    """What one learns there: its name as typed, and the term that it is, if it is one."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="skills")
    name = models.CharField(max_length=60)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]


class Chapter(models.Model):
    """Lessons that belong together."""

    id = RandomIdField()
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="chapters")
    title = models.CharField(max_length=MAX_TITLE)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]


class Lesson(models.Model):
    """A step of a course. `text` is Markdown. With questions it is done once `needed` percent of them are right."""

    id = RandomIdField()
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="lessons")
    chapter = models.ForeignKey(Chapter, on_delete=models.CASCADE, related_name="lessons")
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(max_length=MAX_LESSON, blank=True)
    video = models.ForeignKey(Picture, on_delete=models.SET_NULL, null=True, related_name="+")
    minutes = models.SmallIntegerField(default=0)
    needed = models.SmallIntegerField(default=60)
    questions_count = models.SmallIntegerField(default=0)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]
