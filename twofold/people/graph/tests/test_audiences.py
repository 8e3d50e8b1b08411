import random

import pytest

from tests.world import befriend, person
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.people.audiences import specs
from twofold.people.audiences.actions import compose
from twofold.people.audiences.beforehand import admitted_beforehand, spec_of
from twofold.people.audiences.door import Admits
from twofold.people.graph.actions import add_to_circle, block, make_circle
from twofold.people.graph.models import KINDS, Circle
from twofold.people.graph.queries import audience_options, audience_summary
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def a_town(seed: int) -> tuple[list[Persona], Circle, random.Random]:
    """Twelve people, tied at random; the first has a circle and blocks one."""
    chance = random.Random(seed)
    people = [person() for _ in range(12)]
    kinds = [str(kind) for kind in KINDS[Network.SOCIAL]]
    for _ in range(20):
        one, other = chance.sample(people, 2)
        befriend(one, other, kind=chance.choice(kinds), other_kind=chance.choice(kinds))
    circle = make_circle(people[0], name="Choir")
    for each in chance.sample(people[1:], 4):
        add_to_circle(people[0], circle=circle, persona=each)
    block(people[0], persona=people[5])
    block(people[6], persona=people[0])
    return people, circle, chance


def a_choice(people: list[Persona], circle: Circle, chance: random.Random) -> specs.AudienceSpec:
    values = ["ties", "fof", "kind:family", "kind:close", f"circle:{encode(circle.pk)}"]
    values += [f"named:{encode(each.pk)}" for each in people[1:]]
    exceptions = [value for value in values if value != "fof"]
    return specs.parse(
        chance.sample(values, chance.randint(1, 3)), chance.sample(exceptions, chance.randint(0, 2))
    )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_said_beforehand_is_what_the_door_does_afterwards(seed):
    people, circle, chance = a_town(seed)
    owner = people[0]
    for _ in range(25):
        spec = a_choice(people, circle, chance)
        said = {persona_id for persona_id, _name in admitted_beforehand(owner, spec)}
        audience = compose(owner, spec)
        admitted = Persona.objects.active().filter(
            Admits.persona_to(author_id=owner.pk, audience_id=audience.pk)
        )
        assert said == set(admitted.values_list("pk", flat=True)) - {owner.pk}, spec


def test_a_kept_audience_gives_its_choice_back():
    people, circle, chance = a_town(9)
    for _ in range(20):
        spec = a_choice(people, circle, chance)
        assert spec_of(compose(people[0], spec)) == spec
        assert specs.parse(*specs.choices_of(spec)) == spec
    for spec in (specs.EVERYONE, specs.MEMBERS, specs.ONLY_ME):
        assert specs.parse(*specs.choices_of(spec)) == spec


@pytest.mark.parametrize("choices", [[], [""], ["family"], ["circle:0O"], ["named:"], ["kind:"], ["kind:ü"]])
def test_nonsense_is_refused_in_words(choices):
    with pytest.raises(Refused) as refusal:
        specs.parse(choices)
    assert refusal.value.field == "audience"


def test_the_picker_says_who_in_a_sentence_and_by_name():
    nadi, jo, lea, tom = (person(name=name) for name in ("Nadi", "Uncle Jo", "Lea", "Tom"))
    for each in (jo, lea, tom):
        befriend(nadi, each, kind="family")
    viewer = Viewer.of(nadi)
    spec = specs.parse(["kind:family"], [f"named:{encode(jo.pk)}"])
    summary = audience_summary(viewer, spec)
    assert summary.sentence == "Family (3) except Uncle Jo: 2 people"
    assert (summary.count, summary.names) == (2, ["Lea", "Tom"])
    assert audience_summary(viewer, specs.EVERYONE).count is None
    assert audience_summary(viewer, specs.ONLY_ME).sentence == "Only me"
    options = {option.value: option.count for option in audience_options(viewer)}
    assert options == {"everyone": None, "members": None, "fof": None, "ties": 3, "kind:family": 3, "me": 0}
