"""The sections of a profile that others write: skills with what is said of them, and recommendations."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from markupsafe import Markup

from twofold.network.endorsements import queries as endorsements
from twofold.network.recommendations import queries as recommendations
from twofold.people.personas.models import Network, Persona


def recognition(request: HttpRequest, persona: Persona) -> list[tuple[str, str, Markup]]:
    """Kind, heading and HTML of each; a visitor gets only those with something in them. At most five queries."""
    if persona.network != Network.PROFESSIONAL or persona.is_page:
        return []
    own = request.viewer.id == persona.pk
    context = {
        "persona": persona,
        "own": own,
        "skills": endorsements.section(request.viewer, persona),
        "recommendations": recommendations.section(request.viewer, persona),
        "may_write": not own and recommendations.may_write(request.viewer, persona),
        "phrase": recommendations.phrase,
    }
    drawn = [
        ("skills", _("Skills"), "endorsements/_skills.html"),
        ("recommendations", _("Recommendations"), "recommendations/_section.html"),
    ]
    parts = [(kind, heading, render_to_string(name, context, request)) for kind, heading, name in drawn]
    return [(kind, heading, Markup(html)) for kind, heading, html in parts if html.strip()]
