"""Two people at work who know each other, and what one wrote about the other."""

from tests.world import befriend, person
from twofold.network.recommendations import actions
from twofold.network.recommendations.models import Recommendation
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona

WORDS = "She finds the one bad gauge in four thousand."


def tied(*names: str) -> list[Persona]:
    """People at work of whom the first knows all the others."""
    first, *others = (person(name, "professional", name=name.title()) for name in names)
    for other in others:
        befriend(first, other)
    return [first, *others]


def sent(writer: Persona, receiver: Persona, text: str = WORDS) -> Recommendation:
    return actions.send(writer, receiver=receiver, text=text, relation="colleague", position="hydrologist")


def shown(
    writer: Persona, receiver: Persona, text: str = WORDS, spec: AudienceSpec | None = None
) -> Recommendation:
    row = sent(writer, receiver, text)
    actions.show(receiver, recommendation=row, spec=spec)
    row.refresh_from_db()
    return row
