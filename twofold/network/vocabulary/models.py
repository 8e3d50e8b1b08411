from django.db import models
from django.utils.translation import gettext_lazy as _


class TermKind(models.TextChoices):
    SKILL = "skill", _("Skill")
    LANGUAGE = "language", _("Language")
    FIELD = "field", _("Field of work")


class Term(models.Model):
    """One thing with one name. `slug` is its name folded, which tells terms of a kind apart."""

    kind = models.CharField(max_length=10, choices=TermKind.choices)
    name = models.CharField(max_length=60)
    slug = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="vocabulary_one_term")]

    def __str__(self) -> str:
        return self.name


class Synonym(models.Model):
    """A way to write a term; its own name is one too. `language` is empty for the name and abbreviations."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="synonyms")
    kind = models.CharField(max_length=10, choices=TermKind.choices)
    folded = models.CharField(max_length=60)
    written = models.CharField(max_length=60)
    language = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["term", "folded"], name="vocabulary_one_synonym")]
        indexes = [models.Index(fields=["kind", "folded"], name="vocabulary_by_folded")]
