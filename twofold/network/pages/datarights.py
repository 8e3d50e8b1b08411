"""What becomes of roles when somebody goes for good, and of a page's own rows when it is closed."""

from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.courier.registry import on
from twofold.network.pages.actions.asking import keep_hiring
from twofold.network.pages.facts import RoleTaken
from twofold.network.pages.models import Deed, Domain, Organisation, Role, RoleKind, Visits, Wish
from twofold.people.personas.facts import PersonaErased
from twofold.people.personas.models import Persona


@on(PersonaErased)
def erase_roles(fact: PersonaErased) -> None:
    """A page whose last owner went is handed to who has run it longest, so that nothing is left without a keeper."""
    who = fact.persona_id
    held = list(Role.objects.filter(persona=who, accepted=True).values_list("page", "kind"))
    Role.objects.filter(Q(persona=who) | Q(page=who)).delete()
    Wish.objects.filter(Q(persona=who) | Q(page=who)).delete()
    Deed.objects.filter(Q(actor=who) | Q(page=who)).delete()
    for model, key in ((Domain, "page"), (Visits, "page"), (Organisation, "persona")):
        model.objects.filter(**{key: who}).delete()
    for page_id, kind in held:
        announce(RoleTaken(page_id, who))
        if kind == RoleKind.OWNER:
            _hand_on(page_id)
        keep_hiring(Persona.objects.get(pk=page_id))


def _hand_on(page_id: int) -> None:
    rows = Role.objects.filter(page=page_id, accepted=True)
    if rows.filter(kind=RoleKind.OWNER).exists():
        return
    heir = rows.order_by("since", "pk").first()
    if heir is not None:
        Role.objects.filter(pk=heir.pk).update(kind=RoleKind.OWNER)
