"""The recommendations of a profile as HTML: drawn once for all who see the same of them, then kept."""

from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit import clock
from twofold.foundation.kit.kept import Kept
from twofold.network.recommendations.queries import Section, phrase
from twofold.people.personas.models import Persona

_kept: Kept[Markup] = Kept(2_000)


def drawn(section: Section, persona: Persona, *, own: bool, may_write: bool) -> Markup:
    """The section as a card; nothing for a visitor where there is nothing, and who may not add to it."""
    # Dates of this year are written without it.
    key = get_language(), own, may_write, clock.now().year, persona.pk, persona.version, section.key
    return _kept.get(key) or _kept.put(key, _draw(section, persona, own=own, may_write=may_write))


def _draw(section: Section, persona: Persona, *, own: bool, may_write: bool) -> Markup:
    words = {
        "recommendations": section,
        "persona": persona,
        "network": persona.network,
        "own": own,
        "may_write": may_write,
        "phrase": phrase,
    }
    return Markup(get_template("recommendations/_section.html").render(words).strip())
