"""The skills of a profile as HTML: drawn once for all who see the same of them, then kept."""

from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept
from twofold.network.endorsements.queries import Section
from twofold.people.personas.models import Persona

_kept: Kept[Markup] = Kept(2_000)


def drawn(section: Section, persona: Persona, *, own: bool) -> Markup:
    """The section as a card; nothing for a visitor where there is nothing. It holds no secret of any session."""
    key = get_language(), own, persona.pk, persona.handle, section
    return _kept.get(key) or _kept.put(key, _draw(section, persona, own=own))


def _draw(section: Section, persona: Persona, *, own: bool) -> Markup:
    words = {"skills": section, "persona": persona, "network": persona.network, "own": own}
    return Markup(get_template("endorsements/_skills.html").render(words).strip())
