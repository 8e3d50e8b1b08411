import pytest
from django.db.models import Q

from tests.world import befriend, person
from twofold.foundation.courier import worker
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.audiences.models import Denial, Grant
from twofold.people.graph import actions, queries
from twofold.people.graph.models import Tie, TieKind, TieRequest
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def lists_of(owner, persona) -> set[tuple[str, str]]:
    """The parts of `owner` that `persona` is in."""
    return set(
        Grant.objects.filter(part__owner=owner, persona=persona).values_list("part__kind", "part__ref")
    )


def relation(viewer, persona):
    return queries.relations(Viewer.of(viewer), [persona.pk])[persona.pk]


def test_a_request_grants_nothing_until_it_is_accepted():
    ana, ben = person(), person()
    actions.request_tie(ana, receiver=ben, kind="family", note=" Hi \n there ")
    assert lists_of(ana, ben) == lists_of(ben, ana) == set()
    assert relation(ana, ben).asked
    assert relation(ben, ana).asks
    [request] = queries.requests_to(Viewer.of(ben))
    assert (request.sender, request.note) == (ana, "Hi there")

    actions.accept_tie(ben, sender=ana, kind="acquaintance")
    assert lists_of(ana, ben) == {("ties", ""), ("ties", "family")}
    assert lists_of(ben, ana) == {("ties", ""), ("ties", "acquaintance")}
    assert relation(ana, ben).kind == TieKind.FAMILY
    assert relation(ben, ana).kind == TieKind.ACQUAINTANCE
    assert not queries.requests_to(Viewer.of(ben)).rows


def test_asking_twice_is_one_request_and_requests_that_cross_are_a_tie():
    ana, ben = person(), person()
    actions.request_tie(ana, receiver=ben, kind="close")
    actions.request_tie(ana, receiver=ben, kind="family")
    assert TieRequest.objects.count() == 1
    actions.request_tie(ben, receiver=ana, kind="friend")
    assert relation(ana, ben).kind == "family"
    assert relation(ben, ana).kind == "friend"
    assert not TieRequest.objects.exists()


def test_a_no_is_silent_and_outlasts_taking_the_request_back():
    ana, ben = person(), person()
    actions.request_tie(ana, receiver=ben)
    actions.decline_tie(ben, sender=ana)
    assert relation(ana, ben).asked
    assert not relation(ben, ana).asks
    actions.withdraw_tie(ana, receiver=ben)
    assert not relation(ana, ben).asked
    actions.request_tie(ana, receiver=ben)
    assert relation(ana, ben).asked
    assert not queries.requests_to(Viewer.of(ben)).rows
    # The one who said no may still change their mind.
    actions.request_tie(ben, receiver=ana)
    assert relation(ben, ana).tied


def test_a_withdrawn_request_cannot_be_accepted():
    ana, ben = person(), person()
    actions.request_tie(ana, receiver=ben)
    actions.withdraw_tie(ana, receiver=ben)
    with pytest.raises(Absent):
        actions.accept_tie(ben, sender=ana)
    assert not Tie.objects.exists()


def test_ending_a_tie_takes_every_grant_away_and_changing_its_kind_moves_one():
    ana, ben = person(), person()
    befriend(ana, ben, kind="friend", other_kind="close")
    actions.set_tie_kind(ana, other=ben, kind="family")
    assert lists_of(ana, ben) == {("ties", ""), ("ties", "family")}
    circle = actions.make_circle(ana, name="Choir")
    actions.add_to_circle(ana, circle=circle, persona=ben)
    actions.end_tie(ben, other=ana)
    assert lists_of(ana, ben) == lists_of(ben, ana) == set()
    assert not relation(ana, ben).tied


def test_a_block_ends_everything_both_ways_and_hides_each_from_the_other():
    ana, ben = person(), person()
    befriend(ana, ben)
    actions.follow(ana, followed=ben)
    actions.follow(ben, followed=ana)
    circle = actions.make_circle(ben, name="Choir")
    actions.add_to_circle(ben, circle=circle, persona=ana)
    actions.block(ana, persona=ben)
    actions.block(ana, persona=ben)
    assert lists_of(ana, ben) == lists_of(ben, ana) == set()
    assert Denial.objects.count() == 2
    nothing = queries.Relation(home="social")
    assert relation(ana, ben) == relation(ben, ana) == nothing
    for one, other in ((ana, ben), (ben, ana)):
        with pytest.raises(Absent):
            actions.request_tie(one, receiver=other)
        with pytest.raises(Absent):
            actions.follow(one, followed=other)
    assert [row.persona for row in queries.blocked_by(Viewer.of(ana))] == [ben]
    assert not queries.blocked_by(Viewer.of(ben)).rows
    # Only the one who blocked can undo it.
    actions.unblock(ben, persona=ana)
    assert Denial.objects.count() == 2
    actions.unblock(ana, persona=ben)
    assert not Denial.objects.exists()
    assert not relation(ana, ben).tied


def test_nothing_ties_one_network_to_the_other():
    ana, ben = person(), person(network="professional")
    for act in (
        lambda: actions.request_tie(ana, receiver=ben),
        lambda: actions.befriend(ana, ben),
        lambda: actions.follow(ana, followed=ben),
        lambda: actions.mute(ana, persona=ben),
        lambda: actions.block(ana, persona=ben),
    ):
        with pytest.raises(Absent):
            act()


@pytest.mark.parametrize("kind", ["colleague", "nonsense"])
def test_a_kind_of_the_other_network_is_refused(kind):
    ana, ben = person(), person()
    with pytest.raises(Refused) as refusal:
        actions.request_tie(ana, receiver=ben, kind=kind)
    assert refusal.value.field == "kind"


def test_oneself_and_pages_are_refused():
    ana, page = person(), person(kind="page")
    for other in (ana, page):
        with pytest.raises(Refused):
            actions.request_tie(ana, receiver=other)
    actions.follow(ana, followed=page)
    for act in (actions.mute, actions.block):
        with pytest.raises(Refused):
            act(ana, persona=ana)


def test_a_mute_ends_by_itself_and_by_hand():
    ana, ben, cem = person(), person(), person()
    actions.mute(ana, persona=ben)
    actions.mute(ana, persona=cem, until=ana.created_at)
    assert queries.muted_ids(Viewer.of(ana)) == {ben.pk}
    actions.unmute(ana, persona=ben)
    assert queries.muted_ids(Viewer.of(ana)) == set()


def test_circles_are_their_owners_alone():
    ana, ben, cem = person(), person(), person()
    circle = actions.make_circle(ana, name="  Book   club ")
    assert circle.name == "Book club"
    actions.add_to_circle(ana, circle=circle, persona=ben)
    actions.add_to_circle(ana, circle=circle, persona=cem)
    actions.remove_from_circle(ana, circle=circle, persona=cem)
    [found] = queries.circles_of(Viewer.of(ana))
    assert found.members_count == 1
    assert queries.members_of(Viewer.of(ana), circle) == [ben]
    with pytest.raises(Refused):
        actions.make_circle(ana, name="book club")
    with pytest.raises(Absent):
        actions.rename_circle(ben, circle=circle, name="Mine")
    with pytest.raises(Absent):
        queries.circle_of(Viewer.of(ben), circle.pk)
    actions.delete_circle(ana, circle=circle)
    assert lists_of(ana, ben) == set()


def test_relations_cost_the_same_for_one_and_for_many(django_assert_num_queries):
    ana = person()
    others = [person() for _ in range(6)]
    for each in others:
        befriend(ana, each)
    with django_assert_num_queries(1):
        queries.relations(Viewer.of(ana), [others[0].pk])
    with django_assert_num_queries(1):
        queries.relations(Viewer.of(ana), [each.pk for each in others])


def test_whoever_gives_their_presence_up_leaves_no_tie_behind():
    ana, ben, cem = person(), person(), person()
    befriend(ana, ben)
    actions.follow(cem, followed=ana)
    actions.request_tie(cem, receiver=ana)
    actions.add_to_circle(ben, circle=actions.make_circle(ben, name="Choir"), persona=ana)
    actions.make_circle(ana, name="Mine")
    erase_persona(ana)
    worker.drain()
    for one in (ben, cem):
        assert not Grant.objects.filter(Q(persona=ana) | Q(part__owner=ana)).exists()
        assert relation(one, ana) == queries.Relation(home="social")
    assert not queries.circles_of(Viewer.of(ana))
    assert queries.count_ties(Viewer.of(ben)) == 0
