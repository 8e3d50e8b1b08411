"""What becomes of a group when somebody goes for good. Their posts in it are erased by the floor below."""

from twofold.foundation.courier.registry import on
from twofold.network.groups import actions
from twofold.network.groups.models import BELONGS, Group, Membership
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_memberships(fact: PersonaErased) -> None:
    """Nobody is left in a list under a name that is gone; a group whose last owner went is handed on."""
    who = fact.persona_id
    held = Membership.objects.filter(persona=who, role__in=BELONGS).values_list("group", flat=True)
    groups = list(Group.objects.filter(pk__in=list(held), live=True).select_related("author"))
    actions.forget_member(who, groups)
