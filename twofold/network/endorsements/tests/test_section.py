"""The section of a profile: equal to the door asked row by row, in few statements, whatever there is."""

import pytest
from django.db.models import Q

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.models import Endorsement, Evidence, Skill, Statement
from twofold.network.endorsements.tests.rows import at_work, grounded
from twofold.people.audiences.actions import compose
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def by_the_door(viewer: Viewer, persona: Persona) -> list[tuple[str, int, int]]:
    """The same, asked of the door with the ORM."""
    found = []
    for skill in Skill.objects.visible_to(viewer).filter(author=persona).order_by("-pinned", "place"):
        said = Endorsement.objects.filter(AdmitsPersona.to(viewer, at="endorser"), skill=skill)
        said = said.filter(Q(hidden=False) | Q(endorser=viewer.id), endorser__state=0)
        stated = Statement.objects.visible_to(viewer).values("evidence")
        proved = Evidence.objects.visible_to(viewer).filter(endorsement__in=said, pk__in=stated)
        found.append((skill.name, said.count(), proved.count()))
    return found


def test_the_section_is_what_the_door_lets_through():
    nadia, *others = at_work("nadia", "tomas", "aiko", "lars", "shy")
    Persona.objects.filter(handle="shy").update(reach=Persona.Reach.MEMBERS)
    for other in others:
        befriend(nadia, other)
    member, outsider = person("member", "professional"), person("friend")
    skills = [
        actions.claim(nadia, name=name, spec=spec)
        for name, spec in [("A", EVERYONE), ("B", MEMBERS), ("C", ALL_TIES), ("D", ONLY_ME), ("E", EVERYONE)]
    ]
    for skill in skills[:3]:
        for other in others:
            actions.endorse(other, skill=skill)
    narrow = skills[2].audience_id
    grounded(skills[0], others[0])
    Evidence.objects.filter(endorsement__endorser=others[0]).update(audience=narrow)
    grounded(skills[1], others[1])
    Statement.objects.filter(author=others[1]).update(audience=compose(others[1], MEMBERS))
    actions.hide(nadia, endorsement=Endorsement.objects.get(skill=skills[0], endorser=others[2]))
    graph.block(others[1], persona=member)
    actions.pin(nadia, skill=skills[4])
    viewers = [Viewer.of(each) for each in (nadia, *others, member, outsider)] + [
        Viewer.stranger("professional")
    ]
    for viewer in viewers:
        shown = queries.section(viewer, nadia)
        assert [(each.name, each.count, each.grounded) for each in shown.skills] == by_the_door(viewer, nadia)
        assert shown.total == len(shown.skills)
        assert shown.may_endorse == (viewer.id in {each.pk for each in others})
    assert queries.section(viewers[1], nadia, few=2).total == 4


@pytest.mark.parametrize("size", [1, 50])
def test_pages_take_as_many_statements_for_one_as_for_fifty(size, django_assert_num_queries):
    nadia, member = at_work("nadia", "member")
    crowd = at_work(*(f"crowd{n}" for n in range(size)))
    for each in crowd:
        befriend(nadia, each)
    first = actions.claim(nadia, name="Skill 0")
    for n in range(1, size):
        actions.claim(nadia, name=f"Skill {n}")
    for each in crowd:
        actions.endorse(each, skill=first)
        grounded(first, each, confirm=False)
    with django_assert_num_queries(3):
        queries.section(Viewer.of(member), nadia, few=None)
    with django_assert_num_queries(1):
        queries.waiting(Viewer.of(nadia))
    with django_assert_num_queries(1):
        assert len(queries.endorsers(Viewer.of(member), first, size=80)) == size
    browser = client_of(nadia)
    for path, number in (("skills/", 12), (f"skills/{encode(first.pk)}/", 10), ("@nadia/skills/", 7)):
        browser.get(f"/professional/{path}")
        with django_assert_num_queries(number):
            browser.get(f"/professional/{path}")
