"""Sections as HTML: drawn once for all who see the same of them, then kept."""

from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit import clock
from twofold.foundation.kit.kept import Kept
from twofold.network.profiles.queries.sections import Shown
from twofold.network.profiles.spans import duration, span
from twofold.people.personas.models import Persona

_kept: Kept[Markup] = Kept(4_000)


def drawn(shown: Shown, persona: Persona, *, own: bool) -> Markup:
    """The section as a card. It depends on what is in `shown` and on whether it is the viewer's own, on no more."""
    # A duration that still runs grows with the month.
    month = clock.now().strftime("%Y-%m")
    key = get_language(), own, month, persona.pk, persona.handle, shown.section.kind.value, shown.key
    return _kept.get(key) or _kept.put(key, _draw(shown, persona, own=own))


def _draw(shown: Shown, persona: Persona, *, own: bool) -> Markup:
    words = {
        "shown": shown,
        "section": shown.section,
        "persona": persona,
        "network": persona.network,
        "own": own,
        "span": span,
        "duration": duration,
    }
    return Markup(get_template("profiles/_section.html").render(words))
