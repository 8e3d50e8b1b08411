import itertools
from datetime import timedelta

import pytest
import time_machine

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.graph import actions, queries
from twofold.people.graph.actions.introductions import forget_old
from twofold.people.graph.models import Introduction, TieRequest
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
ASKED, INTRODUCED = "asks you for an introduction", "introduces somebody to you"


def chain(*names: str) -> list[Persona]:
    """People of whom each knows the next."""
    people = [person(name=name, network="professional") for name in names]
    for one, other in itertools.pairwise(people):
        befriend(one, other)
    return people


def ask(asker: Persona, middle: Persona, target: Persona, **more):
    words = {"words": "I read your paper on sluices.", "note": "Would you?"} | more
    return actions.ask_introduction(asker, target=target, middle=middle, **words)


def waiting(persona: Persona) -> list:
    return list(queries.waiting(Viewer.of(persona)))


def received(persona: Persona) -> list:
    return list(queries.received(Viewer.of(persona)))


def asked(persona: Persona) -> list:
    return list(queries.asked(Viewer.of(persona)))


def told(persona: Persona) -> str:
    """What their page of notifications says."""
    drain()
    return client_of(persona).get("/professional/notifications/").content.decode()


def test_a_letter_goes_through_one_hand_and_ends_in_a_tie():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    ask(ana, ben, cem)
    [letter] = waiting(ben)
    assert (letter.giver, letter.introduction.target, letter.words) == (ana, cem, "Would you?")
    assert received(cem) == []
    assert ASKED in told(ben)
    actions.pass_on(ben, hop_id=letter.pk, to=cem, words="You two should talk.")
    assert waiting(ben) == []
    assert ASKED not in told(ben)
    [letter] = received(cem)
    assert (letter.giver, letter.introduction.asker, letter.words) == (ben, ana, "You two should talk.")
    assert INTRODUCED in told(cem)
    assert len(asked(ana)) == 1
    actions.connect_through(cem, hop_id=letter.pk)
    assert queries.relations(Viewer.of(ana), [cem.pk])[cem.pk].tied
    assert asked(ana) == received(cem) == []
    assert "accepted your request" in told(ana)
    assert INTRODUCED not in told(cem)


def test_over_two_hands_each_sees_only_the_neighbours():
    ana, ben, cem, dan = chain("Ana", "Ben", "Cem", "Dan")
    ask(ana, ben, dan)
    [first] = waiting(ben)
    assert queries.next_hands(Viewer.of(ben), first) == {cem.pk: cem}
    with pytest.raises(Absent):
        actions.pass_on(ben, hop_id=first.pk, to=dan)
    actions.pass_on(ben, hop_id=first.pk, to=cem, words="For somebody I trust.")
    [second] = waiting(cem)
    assert (second.giver, second.words, second.first) == (ben, "For somebody I trust.", False)
    assert queries.next_hands(Viewer.of(cem), second) == {dan.pk: dan}
    actions.pass_on(cem, hop_id=second.pk, to=dan, words="Meet her.")
    [last] = received(dan)
    assert (last.giver, last.introduction.asker, last.words) == (cem, ana, "Meet her.")


def test_nobody_but_its_holder_can_read_or_move_a_letter():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    other = person(network="professional")
    befriend(other, ben)
    hop = ask(ana, ben, cem)
    for each in (ana, cem, other):
        with pytest.raises(Absent):
            queries.letter(Viewer.of(each), hop.pk)
        with pytest.raises(Absent):
            actions.pass_on(each, hop_id=hop.pk, to=cem)
        with pytest.raises(Absent):
            actions.let_lapse(each, hop_id=hop.pk)
    for each in (ben, cem, other):
        with pytest.raises(Absent):
            actions.take_back_introduction(each, hop_id=hop.pk)
    with pytest.raises(Absent):
        actions.connect_through(ben, hop_id=hop.pk)


def test_only_people_on_a_short_way_can_be_asked():
    ana, ben, cem, dan, eve = chain("Ana", "Ben", "Cem", "Dan", "Eve")
    for middle, target in ((cem, dan), (ben, eve), (eve, cem)):
        with pytest.raises(Absent):
            ask(ana, middle, target)
    with pytest.raises(Refused):
        ask(ana, ben, ben)
    with pytest.raises(Refused) as refusal:
        ask(ana, ben, cem, words="  ")
    assert refusal.value.field == "words"
    with pytest.raises(Refused) as refusal:
        ask(ana, ben, cem, note="x" * 601)
    assert refusal.value.field == "note"


def test_a_letter_that_nobody_passes_on_is_forgotten_and_the_asker_sees_the_same_all_the_while():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    hop = ask(ana, ben, cem)
    actions.let_lapse(ben, hop_id=hop.pk)
    assert waiting(ben) == []
    assert [each.pk for each in asked(ana)] == [hop.pk]
    with pytest.raises(Refused):
        ask(ana, ben, cem)
    with time_machine.travel(clock.now() + timedelta(days=31)):
        assert asked(ana) == []
        ask(ana, ben, cem)
        assert len(waiting(ben)) == 1
    with time_machine.travel(clock.now() + timedelta(days=121)):
        assert forget_old() == 1
    assert Introduction.objects.count() == 1


def test_a_no_is_silent_and_remembered():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    other = person(network="professional")
    for each in (ana, cem):
        befriend(other, each)
    actions.pass_on(ben, hop_id=ask(ana, ben, cem).pk, to=cem)
    actions.let_lapse(cem, hop_id=received(cem)[0].pk)
    assert received(cem) == []
    assert len(asked(ana)) == 1
    assert not queries.relations(Viewer.of(ana), [cem.pk])[cem.pk].asked
    with time_machine.travel(clock.now() + timedelta(days=31)):
        actions.pass_on(other, hop_id=ask(ana, other, cem).pk, to=cem)
        actions.request_tie(ana, receiver=cem)
        assert received(cem) == []
        assert queries.requests_to(Viewer.of(cem)).rows == []
        assert len(asked(ana)) == 1
    assert INTRODUCED not in told(cem)


def test_whom_somebody_mutes_they_are_not_introduced_to():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    actions.mute(cem, persona=ana)
    actions.pass_on(ben, hop_id=ask(ana, ben, cem).pk, to=cem)
    assert received(cem) == []
    assert len(asked(ana)) == 1


def test_no_to_an_introduction_is_no_to_a_request_that_waits():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    actions.request_tie(ana, receiver=cem)
    actions.pass_on(ben, hop_id=ask(ana, ben, cem).pk, to=cem)
    actions.let_lapse(cem, hop_id=received(cem)[0].pk)
    assert queries.requests_to(Viewer.of(cem)).rows == []
    assert queries.relations(Viewer.of(ana), [cem.pk])[cem.pk].asked
    assert TieRequest.objects.get().declined


@pytest.mark.parametrize(("by", "whom"), [(0, 3), (3, 0), (0, 2), (2, 0), (3, 1), (2, 3), (1, 0)])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_block_anywhere_ends_it_and_the_asker_sees_no_difference(by, whom, after):
    people = chain("Ana", "Ben", "Cem", "Dan")
    ana, ben, cem, dan = people
    ask(ana, ben, dan)
    if after > 0:
        actions.pass_on(ben, hop_id=waiting(ben)[0].pk, to=cem)
    if after > 1:
        actions.pass_on(cem, hop_id=waiting(cem)[0].pk, to=dan)
    actions.block(people[by], persona=people[whom])
    drain()
    if after == 0 and {by, whom} == {0, 2}:
        # Whom Ben will choose is not known yet: it is stopped when he does.
        actions.pass_on(ben, hop_id=waiting(ben)[0].pk, to=cem)
    elif after == 0 and {by, whom} == {2, 3}:
        assert queries.next_hands(Viewer.of(ben), waiting(ben)[0]) == {}
        return
    assert [waiting(ben), waiting(cem), received(dan)] == [[], [], []]
    assert not [words for words in (ASKED, INTRODUCED) if words in told(ben) + told(cem) + told(dan)]
    if ana not in (people[by], people[whom]):
        assert len(asked(ana)) == 1
        with pytest.raises(Refused):
            ask(ana, ben, dan)


def test_a_tie_that_ends_takes_the_letter_with_it():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    ask(ana, ben, cem)
    actions.end_tie(cem, other=ben)
    assert waiting(ben) == []
    assert len(asked(ana)) == 1


def test_taking_back_takes_it_out_of_every_hand():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    hop = ask(ana, ben, cem)
    actions.pass_on(ben, hop_id=hop.pk, to=cem)
    actions.take_back_introduction(ana, hop_id=hop.pk)
    assert asked(ana) == received(cem) == []
    assert INTRODUCED not in told(cem)
    with pytest.raises(Refused):
        ask(ana, ben, cem)
    with time_machine.travel(clock.now() + timedelta(days=1, minutes=1)):
        ask(ana, ben, cem)


def test_one_can_reach_out_to_twenty_people_a_day():
    ana, ben = chain("Ana", "Ben")
    targets = [person(network="professional") for _ in range(21)]
    for each in targets:
        befriend(ben, each)
    for each in targets[:19]:
        ask(ana, ben, each)
    actions.request_tie(ana, receiver=targets[20])
    with pytest.raises(Refused):
        ask(ana, ben, targets[19])
    with pytest.raises(Refused):
        actions.request_tie(ana, receiver=targets[19])
    with time_machine.travel(clock.now() + timedelta(days=1, minutes=1)):
        ask(ana, ben, targets[19])


def test_whoever_leaves_for_good_leaves_no_letter_behind():
    ana, ben, cem = chain("Ana", "Ben", "Cem")
    ask(ana, ben, cem)
    erase_persona(ben)
    drain()
    assert asked(ana) == []
    assert Introduction.objects.get().state == Introduction.State.ENDED
    erase_persona(ana)
    drain()
    assert not Introduction.objects.exists()
