"""How well somebody speaks a language, in the many ways in which files say it."""

from twofold.foundation.kit.text import folded

# The first words that fit, as they stand in a fluency; the levels of the European framework among them.
_SAID = (
    ("native", ("native", "mother", "bilingual", "first language", "muttersprach", "maternelle", "nativo")),
    ("full", ("c2", "c1", "fluent", "full", "near", "verhandlungssicher", "fliessend", "courant")),
    ("working", ("b2", "professional", "working", "advanced", "upper")),
    ("limited", ("b1", "limited", "intermediate", "conversational")),
    ("elementary", ("a2", "a1", "elementary", "basic", "beginner", "notions", "grundkenntnisse")),
)


def fluency(words: str) -> str:
    """The level of a profile's language that `words` mean, or nothing where they mean none."""
    look = folded(words)
    return next((level for level, signs in _SAID if look and any(sign in look for sign in signs)), "")
