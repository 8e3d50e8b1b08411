"""What somebody says of themselves beside their name, each word for whom it is."""

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.network.profiles.models import Aside
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def words_of(viewer: Viewer, persona: Persona) -> dict[str, str]:
    """About, place, website and pronouns of `persona`, as far as they are for `viewer`; one statement."""
    words = {name: getattr(persona, name) for name in Aside.Field.values}
    return words | {each.field: each.text for each in _asides(me=viewer.id, home=viewer.home, of=persona.pk)}


@prepared
def _asides(me: int, home: str, of: int) -> QuerySet[Aside]:
    return Aside.objects.visible_to(Viewer(me, home, "")).filter(author=of)


def own_asides(viewer: Viewer) -> dict[str, tuple[str, AudienceSpec]]:
    """Which of the viewer's own words are for fewer: the text, and for whom, by field."""
    rows = Aside.objects.filter(author=viewer.id).select_related("audience")
    return {each.field: (each.text, spec_of(each.audience)) for each in rows}
