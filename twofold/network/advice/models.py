from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_TITLE = 160
MAX_TEXT = 5_000
MAX_GUIDE = 30_000
MAX_SUMMARY = 300
MAX_WISH = 600
MAX_WHERE = 240


class Field(models.TextChoices):
    """What a question or a guide is about. Matters of everybody's work first, then fields of work."""

    APPLYING = "applying", _("Applying and interviews")
    CHANGING = "changing", _("Changing careers")
    CONTRACTS = "contracts", _("Pay and contracts")
    LEADING = "leading", _("Leading people")
    TOGETHER = "together", _("Working together")
    OWN = "own", _("Working for oneself")
    ABROAD = "abroad", _("Working abroad")
    BUILDING = "building", _("Building and engineering")
    CARE = "care", _("Health and care")
    CRAFTS = "crafts", _("Crafts and trades")
    FINANCE = "finance", _("Law and finance")
    MEDIA = "media", _("Media and the arts")
    PUBLIC = "public", _("Public service")
    SOFTWARE = "software", _("Software and data")
    TEACHING = "teaching", _("Teaching and research")
    TRADE = "trade", _("Trade and hospitality")


class Question(Shared):
    """What `author` would like to know. `reach` is the choice that its audience was made of, `guarded` whether those
    near the employer are excepted from it. `position` orders questions by when they were asked.
    """

    id = RandomIdField()
    field = models.CharField(max_length=12, choices=Field.choices)
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(max_length=MAX_TEXT, blank=True)
    reach = models.CharField(max_length=12)
    guarded = models.BooleanField(default=False)
    accepted = models.ForeignKey("Answer", on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    position = models.BigIntegerField()
    # Title, text and skills, folded, to look for words in.
    words = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-position"], condition=models.Q(live=True), name="advice_newest"),
            models.Index(
                fields=["field", "-position"], condition=models.Q(live=True), name="advice_by_field"
            ),
        ]


class QuestionSkill(models.Model):
    """A skill that helps to answer, as it was typed, and the term that it is, if it is one."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="skills", db_index=False)
    name = models.CharField(max_length=60)
    folded = models.CharField(max_length=120)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "folded"], name="advice_one_skill")]
        indexes = [models.Index(fields=["folded"], name="advice_skill_name")]


class Answer(Shared):
    """What `author` says to a question. Its audience is the question's."""

    id = RandomIdField()
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=MAX_TEXT)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)


class Helpful(models.Model):
    """An answer helped `persona`."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "persona"], name="advice_helpful_once")]


class Following(models.Model):
    """`persona` wants to be told of answers."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "persona"], name="advice_followed_once")]


class Asked(models.Model):
    """The author of a question asked `persona` for an answer."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "persona"], name="advice_asked_once")]


class Guide(Shared):
    """Something longer that `author` knows; live once it is published. `html` is `text` as it is shown."""

    id = RandomIdField()
    field = models.CharField(max_length=12, choices=Field.choices)
    title = models.CharField(max_length=MAX_TITLE)
    summary = models.CharField(max_length=MAX_SUMMARY, blank=True)
    text = models.TextField(max_length=MAX_GUIDE)
    html = models.TextField()
    reach = models.CharField(max_length=12)
    minutes = models.SmallIntegerField(default=1)
    # Taken down by those who look after the server: its author does not publish it again.
    held = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    position = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["-position"], condition=models.Q(live=True), name="advice_guides")]


class Hour(Shared):
    """A time in which `author` talks with whoever takes it: `guest`, who wrote a `wish`. Only the two know those and
    `place`, a room or an address on the web."""

    id = RandomIdField()
    field = models.CharField(max_length=12, choices=Field.choices)
    about = models.CharField(max_length=MAX_TITLE)
    begins = models.DateTimeField()
    minutes = models.SmallIntegerField()
    place = models.CharField(max_length=MAX_WHERE)
    reach = models.CharField(max_length=12)
    guest = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    wish = models.TextField(max_length=MAX_WISH, blank=True)
    taken_at = models.DateTimeField(null=True)
    # Both were reminded of it.
    reminded = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "begins"], name="advice_one_hour")]
        indexes = [models.Index(fields=["begins"], name="advice_coming")]
