"""What becomes of families, birthdays and wishes when somebody goes for good."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.network.kin.models import Birthday, BirthYear, Greeting, Kinship, Wish
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_kin(fact: PersonaErased) -> None:
    who = fact.persona_id
    Kinship.objects.filter(Q(author=who) | Q(other=who)).delete()
    Wish.objects.filter(Q(author=who) | Q(birthday__author=who)).delete()
    Greeting.objects.filter(Q(author=who) | Q(post__author=who)).delete()
    Birthday.objects.filter(author=who).delete()
    BirthYear.objects.filter(author=who).delete()
