"""Who writes, who is here and what was read, as surfaces: for those in the talk who show it too, and for no others."""

import re

import pytest

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.messaging import actions
from twofold.network.messaging.models import Membership, Writers
from twofold.people.graph.actions import block
from twofold.surfaces.live import actions as live
from twofold.surfaces.live.models import Signal, Sort

pytestmark = pytest.mark.django_db
NAMES = ("ada", "shows", "hides", "foe", "hater", "outsider")
SHOWN = {"receipts": True, "typing": True, "presence": True}


@pytest.fixture
def cast():
    people = {name: person(name, name=name.title()) for name in NAMES}
    ada = people["ada"]
    people["work"] = person("work", "professional", account=account_of(ada))
    for name, each in people.items():
        if name != "hides":
            actions.set_manner(each, writers=Writers.MEMBERS, **SHOWN)
        if name not in ("ada", "outsider", "work"):
            befriend(ada, each)
    return people


def _company(persona, talk, network="social"):
    return client_of(persona).get(f"/{network}/company/{encode(talk.pk)}/")


def test_nobody_but_those_who_show_it_too_notices_anything(cast):
    ada, wrong = cast["ada"], []
    talks = {name: actions.open_pair(ada, other=cast[name]) for name in ("shows", "hides", "foe", "hater")}
    for talk in talks.values():
        actions.send(ada, conversation=talk, text="Well?")
    block(ada, persona=cast["foe"])
    block(cast["hater"], persona=ada)
    everybody = [each.pk for each in cast.values()]
    live.arrive(everybody)
    Signal.objects.all().delete()
    for name, talk in talks.items():
        asked = client_of(ada).post(f"/social/company/{encode(talk.pk)}/").status_code
        assert asked == (404 if name in ("foe", "hater") else 204)
        for who, persona in [*cast.items(), ("", None)]:
            answer = _company(persona, talk)
            told = answer.status_code == 200 and (
                b"is writing" in answer.content or b"Here now" in answer.content
            )
            # In a browser the place decides: whoever has another presence too is ada here.
            if told != (name == "shows" and who in ("shows", "ada", "work")):
                wrong.append(f"{name}: {who or 'a stranger'} {'noticed' if told else 'noticed nothing'}")
    assert not wrong, "\n".join(wrong)
    assert set(Signal.objects.filter(sort=Sort.COMPANY).values_list("persona_id", flat=True)) == {
        cast["shows"].pk
    }
    # Her presence at work is another one: who is here in one network is not here in the other.
    colleague = person("colleague", "professional")
    befriend(cast["work"], colleague)
    actions.set_manner(colleague, writers=Writers.MEMBERS, **SHOWN)
    talk = actions.open_pair(cast["work"], other=colleague)
    client_of(colleague)
    assert b"Here now" in _company(colleague, talk, "professional").content
    live.forget(cast["work"].pk)
    assert b"Here now" not in _company(colleague, talk, "professional").content


def test_what_is_absent_answers_as_what_is_shut(cast):
    talk = actions.open_pair(cast["ada"], other=cast["foe"])
    block(cast["ada"], persona=cast["foe"])
    nowhere = client_of(cast["foe"]).get("/social/company/AAAAAAAAAAA/")
    shut = _company(cast["foe"], talk)
    assert (shut.status_code, nowhere.status_code) == (404, 404)
    assert client_of(cast["foe"]).post(f"/social/company/{encode(talk.pk)}/").status_code == 404


def test_in_a_group_writing_passes_nobody_whom_a_block_shuts_out(cast):
    group = actions.begin_group(cast["ada"], name="Crew", people=[cast["shows"], cast["foe"], cast["hides"]])
    block(cast["foe"], persona=cast["shows"])
    client_of(cast["foe"]).post(f"/social/company/{encode(group.pk)}/")
    assert b"Foe is writing" in _company(cast["ada"], group).content
    assert b"writing" not in _company(cast["shows"], group).content
    assert b"writing" not in _company(cast["hides"], group).content
    assert set(Signal.objects.filter(sort=Sort.COMPANY).values_list("persona_id", flat=True)) == {
        cast["ada"].pk
    }


@pytest.mark.parametrize("shown", ["both", "reader", "writer"])
def test_read_marks_stand_only_between_two_who_both_show_theirs(cast, shown):
    ada, other = cast["ada"], cast["shows"]
    talk = actions.open_pair(ada, other=other)
    actions.send(ada, conversation=talk, text="Well?")
    for persona, who in ((ada, "writer"), (other, "reader")):
        actions.set_manner(persona, writers=Writers.MEMBERS, receipts=shown in ("both", who))
    where = f"/social/messages/{encode(talk.pk)}/"
    client_of(other).get(where)
    read = Membership.objects.get(conversation=talk, persona=other).read_position
    marked = f'data-seen="{read}"'
    assert (marked in client_of(ada).get(where).content.decode()) == (shown == "both")
    assert (marked in client_of(ada).get(f"{where}newer?since=0").content.decode()) == (shown == "both")
    block(other, persona=ada)
    assert client_of(ada).get(where).status_code == 404


def test_in_a_group_who_read_passes_only_between_those_who_show_it_and_see_each_other(cast):
    ada, shows, hides, foe = (cast[each] for each in ("ada", "shows", "hides", "foe"))
    group = actions.begin_group(ada, name="Crew", people=[shows, hides, foe])
    said = actions.send(ada, conversation=group, text="Well?")
    where, line = f"/social/messages/{encode(group.pk)}/", f"/social/messages/lines/{encode(said.pk)}/"
    for each in (shows, hides, foe):
        client_of(each).get(where)
    read = re.compile(r"data-read=\"\d+\">(\w+)")
    assert set(read.findall(client_of(ada).get(where).content.decode())) == {"Shows", "Foe"}
    assert "Hides" not in client_of(ada).get(line).content.decode()
    assert "menu-said" in client_of(ada).get(line).content.decode()
    for each in (shows, hides):
        assert not read.findall(client_of(each).get(where).content.decode()), "only of one's own words"
        assert "menu-said" not in client_of(each).get(line).content.decode()
    actions.send(hides, conversation=group, text="Yes.")
    client_of(ada).get(where)
    assert not read.findall(client_of(hides).get(where).content.decode()), "whoever hides theirs sees none"
    block(foe, persona=ada)
    assert read.findall(client_of(ada).get(where).content.decode()) == ["Shows"]
    actions.set_manner(ada, writers=Writers.MEMBERS, receipts=False)
    for path in (where, f"{where}newer?since=0", line):
        assert not re.search("data-read|menu-said", client_of(ada).get(path).content.decode())
