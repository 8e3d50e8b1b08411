"""What a profile shows of recommendations: equal to the door, in few statements, whatever there is."""

import pytest

from tests.world import befriend, client_of, person
from twofold.network.recommendations import actions, queries
from twofold.network.recommendations.models import Recommendation
from twofold.network.recommendations.tests.rows import sent, shown, tied
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def by_the_door(viewer: Viewer, persona: Persona) -> list[int]:
    rows = Recommendation.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"))
    rows = rows.filter(receiver=persona, author__state=0).order_by("-sent_at", "-pk")
    return list(rows.values_list("pk", flat=True))


def test_the_section_and_the_list_are_what_the_door_lets_through():
    nadia, *writers = tied("nadia", "ann", "bob", "cid", "dan", "eve", "fay", "shy")
    Persona.objects.filter(handle="shy").update(reach=Persona.Reach.MEMBERS)
    member, outsider = person("member", "professional"), person("friend")
    for writer, spec in zip(
        writers, (EVERYONE, MEMBERS, ALL_TIES, ONLY_ME, EVERYONE, None, EVERYONE), strict=True
    ):
        if spec:
            shown(writer, nadia, spec=spec)
        else:
            sent(writer, nadia)
    graph.block(writers[0], persona=member)
    Persona.objects.filter(pk=writers[4].pk).update(state=Persona.State.SUSPENDED)
    viewers = [Viewer.of(each) for each in (nadia, *writers, member, outsider)] + [
        Viewer.stranger("professional")
    ]
    sizes = set()
    for viewer in viewers:
        expected = by_the_door(viewer, nadia)
        assert [each.pk for each in queries.received(viewer, nadia)] == expected
        part = queries.section(viewer, nadia)
        assert (part.total, [each.pk for each in part.recommendations]) == (len(expected), expected[:3])
        sizes.add(part.total)
    assert len(sizes) > 3


def test_pages_meet_without_gap_or_overlap():
    nadia, *writers = tied("nadia", *(f"writer{n}" for n in range(5)))
    rows = [shown(writer, nadia).pk for writer in writers]
    seen, before = [], None
    while True:
        page = queries.received(Viewer.of(nadia), nadia, before=before, size=2)
        seen += [row.pk for row in page]
        before = page.after
        if before is None:
            break
    assert seen == rows[::-1]


@pytest.mark.parametrize("size", [1, 40])
def test_pages_take_as_many_statements_for_one_as_for_forty(size, django_assert_num_queries):
    nadia, *writers = tied("nadia", *(f"writer{n}" for n in range(size)))
    member = person("member", "professional")
    befriend(member, nadia)
    for writer in writers:
        shown(writer, nadia)
        actions.ask(nadia, writer=member, relation="peer")
    with django_assert_num_queries(2):
        assert queries.section(Viewer.of(member), nadia).total == size
    for path, most in (
        ("@nadia/recommendations/", 6),
        ("recommendations/", 7),
        ("recommendations/?tab=requests", 7),
    ):
        browser = client_of(nadia)
        browser.get(f"/professional/{path}")
        with django_assert_num_queries(most):
            assert browser.get(f"/professional/{path}").status_code == 200
