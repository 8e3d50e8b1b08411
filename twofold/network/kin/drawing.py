"""What an about page says of a family and a birthday."""

from django.template.loader import get_template
from markupsafe import Markup

from twofold.network.kin import queries
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer


def section(viewer: Viewer, persona: Persona) -> Markup:
    """The card, for a viewer; nothing where there is nothing for them. Three queries."""
    if persona.network != Network.SOCIAL or persona.is_page:
        return Markup()
    own = viewer.id == persona.pk
    born, family = queries.born(viewer, persona), queries.family_of(viewer, persona)
    if not (born or family or own):
        return Markup()
    words = {"born": born, "family": family, "own": own, "persona": persona, "network": persona.network}
    return Markup(get_template("kin/_section.html").render(words))
