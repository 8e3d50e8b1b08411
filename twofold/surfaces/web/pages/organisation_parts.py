"""What the page of an organisation shows besides what every persona does."""

from twofold.foundation.kit.passing import in_passing
from twofold.network.pages import queries as pages
from twofold.network.pages.actions import count_visit
from twofold.network.pages.policies import MAY
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def of_organisation(viewer: Viewer, persona: Persona) -> dict:
    """Words for the templates; three queries, none for a person. It counts the visit of a member."""
    if not persona.is_page:
        return {}
    role = pages.role_of(viewer, persona)
    if viewer and role is None:
        with in_passing():
            count_visit(persona.pk)
    return {
        "organisation": pages.about(persona),
        "proved": pages.proved_domains(persona),
        "role": role,
        "desk": "write" if role and "write" in MAY[role.kind] else "team",  # type: ignore[index]
    }
