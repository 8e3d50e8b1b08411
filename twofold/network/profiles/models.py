from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.vocabulary.models import Term
from twofold.people.audiences.models import Audience, Shared
from twofold.people.personas.models import Persona


class EntryKind(models.TextChoices):
    """What an entry of a profile is; the sections in `sections.py` say in which network, and what it is made of."""

    FEATURED = "featured", _("Featured")
    EXPERIENCE = "experience", _("Experience")
    EDUCATION = "education", _("Education")
    LICENCE = "licence", _("Licences and certificates")
    PROJECT = "project", _("Projects")
    VOLUNTEERING = "volunteering", _("Volunteering")
    PUBLICATION = "publication", _("Publications")
    COURSE = "course", _("Courses")
    HONOUR = "honour", _("Honours")
    LANGUAGE = "language", _("Languages")
    INTEREST = "interest", _("Interests")
    CONTACT = "contact", _("Contact")
    HOBBY = "hobby", _("Hobbies")
    LIVED = "lived", _("Places")
    SCHOOL = "school", _("School and work")
    RELATIONSHIP = "relationship", _("Relationship")


class Entry(Shared):
    """One thing that a persona says of itself. Its own audience decides who comes across it.

    `began` and `ended` are the first of their months; with `details["coarse"]` only their years were given. `current`:
    it goes on. `details` are what only its section knows, by the names in `sections.py`.
    """

    id = RandomIdField()
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    title = models.CharField(max_length=150, blank=True)
    # The page of the organisation where there is one; its name as it was typed always.
    organisation = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    organisation_name = models.CharField(max_length=150, blank=True)
    # The name folded: what two people share who typed the same organisation.
    organisation_folded = models.CharField(max_length=150, blank=True)
    place = models.CharField(max_length=80, blank=True)
    began = models.DateField(null=True)
    ended = models.DateField(null=True)
    current = models.BooleanField(default=False)
    # The one work among several present ones that stands for the persona.
    primary = models.BooleanField(default=False)
    address = models.CharField(max_length=300, blank=True)
    text = models.TextField(max_length=3000, blank=True)
    details = models.JSONField(default=dict)
    # 0 until its owner orders the section by hand.
    order = models.SmallIntegerField(default=0)
    version = models.IntegerField(default=1)
    changed_at = models.DateTimeField()
    # The end of which its owner was reminded.
    reminded_of = models.DateField(null=True)
    # When it was taken away; it can be brought back for a day.
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["author", "kind", "order"], name="profiles_by_author"),
            models.Index(fields=["organisation", "kind"], name="profiles_by_page"),
            models.Index(fields=["organisation_folded", "kind"], name="profiles_by_name"),
            models.Index(fields=["title", "kind"], name="profiles_by_title"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Aside(Shared):
    """Words of `author` about themselves that are for fewer than may come across them; the persona's own are empty."""

    class Field(models.TextChoices):
        ABOUT = "about", _("About")
        PLACE = "place", _("Place")
        WEBSITE = "website", _("Website")
        PRONOUNS = "pronouns", _("Pronouns")

    id = RandomIdField()
    field = models.CharField(max_length=8, choices=Field.choices)
    text = models.TextField(max_length=3000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["author", "field"], name="profiles_one_aside")]


class EntrySkill(models.Model):
    """A skill that was used or learnt there: its name as typed, and the term that it is, if it is one."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="skills")
    name = models.CharField(max_length=60)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]


class SectionAudience(models.Model):
    """The audience that a section gives to its new entries."""

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "kind"], name="profiles_one_section")]


class Member(models.Model):
    """`persona` had a part in a project, says its owner; shown once they agreed, to whoever sees the project and them.

    A declined one is kept, and its owner goes on seeing it as waiting.
    """

    class State(models.IntegerChoices):
        NAMED = 0, _("Waiting")
        AGREED = 1, _("Confirmed")
        DECLINED = 2, _("Declined")

    id = RandomIdField()
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="members", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=60, blank=True)
    state = models.SmallIntegerField(choices=State.choices, default=State.NAMED)
    named_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "persona"], name="profiles_one_part")]
