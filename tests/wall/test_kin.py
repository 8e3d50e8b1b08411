"""Families, birthdays, years and wishes: fetched as every viewer, held to what both sides show."""

from dataclasses import replace

import pytest

from tests.wall.cast import STRANGER, canary, fall_out, people_of
from tests.wall.oracle import Thing, may_see
from tests.wall.score import Score, seats
from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.kin import actions
from twofold.network.posts import actions as posts
from twofold.network.posts.actions.parts import Extras
from twofold.people.audiences.specs import EVERYONE
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db
REACHES = ("everyone", "members_but", "ties", "far", "circle", "named", "ties_but", "me", "kind_family")
NONE_HERE = (STRANGER, "elsewhere", "own_other")


def _play():
    stage, audiences = people_of(Network.SOCIAL)
    author, kin = stage.people["author"], {}
    # Each relative is of another audience; their own half is for everyone, but for one who shows it to nobody.
    for name in [*REACHES, "silent"]:
        spec, who = audiences.get(name, audiences["everyone"])
        relative = person(f"kin.{canary()[-8:]}", "social", name=canary())
        befriend(author, relative)
        asked = actions.ask(author, persona=relative, word="cousin", spec=spec)
        half = audiences["me"][0] if name == "silent" else EVERYONE
        actions.agree(relative, kinship_id=asked.pk, word="cousin", spec=half)
        kin[name] = (relative, Thing("author", audiences["me"][1] if name == "silent" else who))
    unanswered = person(f"kin.{canary()[-8:]}", "social", name=canary())
    befriend(author, unanswered)
    actions.ask(author, persona=unanswered, word="sister", spec=EVERYONE)
    return stage, audiences, kin, unanswered


def _text(client, path: str) -> str:
    return client.get(path, follow=True).content.decode()


def test_families_are_shown_to_those_to_whom_both_show_them(record_property):
    stage, _audiences, kin, unanswered = _play()
    fall_out(stage)
    # One of the relatives shuts out somebody to whom the author shows everything.
    graph.block(kin["everyone"][0], persona=stage.people["member"])
    drain()
    score, path = Score(), f"/social/@{stage.people['author'].handle}/about/"
    for name, client in seats(stage):
        text = _text(client, path)
        for reach, (relative, thing) in kin.items():
            allowed = may_see(stage.record, name, thing)
            if reach == "everyone" and name == "member":
                allowed = False
            score.mark(
                f"family for {reach} as {name or 'a stranger'}", seen=relative.name in text, allowed=allowed
            )
        score.mark(f"unanswered as {name}", seen=unanswered.name in text, allowed=False)
    record_property("cells kin", score.cells)
    assert score.cells > 130
    assert not score.wrong, "\n".join(score.wrong[:40])


def test_birthdays_years_and_wishes_agree_with_the_oracle(record_property):
    stage, audiences, _kin, _unanswered = _play()
    author, score = stage.people["author"], Score()
    wisher, today = stage.people["kind_friend"], clock.now().date()
    shown = ("ties", "circle")
    (spec, who), (year_spec, year_who) = (audiences[each] for each in shown)
    kept = actions.keep_birthday(
        author, month=today.month, day=today.day, year=1984, spec=spec, year_spec=year_spec
    )
    open_word, alone_word = canary(), canary()
    actions.wish(wisher, birthday=kept, text=open_word, alone=False, today=today)
    actions.wish(stage.people["commenter"], birthday=kept, text=alone_word, alone=True, today=today)
    fall_out(stage)
    drain()
    card, about = f"/social/birthdays/@{author.handle}/", f"/social/@{author.handle}/about/"
    for name, client in seats(stage):
        at, here = name or "a stranger", name not in NONE_HERE
        allowed = may_see(stage.record, name, Thing("author", who))
        year_allowed = may_see(stage.record, name, Thing("author", year_who))
        text, page = _text(client, about), client.get(card)
        said = "Birthday on" in text or "Born on" in text
        score.mark(f"the day as {at}", seen=said, allowed=allowed)
        score.mark(f"the year as {at}", seen="1984" in text, allowed=year_allowed)
        wish = Thing("kind_friend", who, of="author")
        score.mark(f"card as {at}", seen=page.status_code == 200, allowed=allowed and here)
        words = page.content.decode()
        score.mark(
            f"wish as {at}", seen=open_word in words, allowed=here and may_see(stage.record, name, wish)
        )
        score.mark(f"wish for one as {at}", seen=alone_word in words, allowed=name in ("author", "commenter"))
        ahead = _text(client, "/social/birthdays/") + _text(client, "/social/beside/")
        tied = (name, "author") in stage.record.kind
        listed = f"/birthdays/@{author.handle}/" in ahead and name != "author"
        score.mark(f"ahead as {at}", seen=listed, allowed=allowed and here and tied, must=name != "muting")
        sheet = _text(client, "/social/events/calendar/?view=agenda")
        planned = f"/birthdays/@{author.handle}/" in sheet and name != "author"
        score.mark(
            f"calendar as {at}", seen=planned, allowed=allowed and here and tied, must=name != "muting"
        )
        if here and not allowed:
            assert client.post(card, {"text": "Hello"}).status_code == 404, at
    record_property("cells birthdays", score.cells)
    assert score.cells > 95
    assert not score.wrong, "\n".join(score.wrong[:40])


def test_a_wish_never_reaches_further_than_the_birthday_it_is_for():
    stage, audiences, _kin, _unanswered = _play()
    author, today = stage.people["author"], clock.now().date()
    born = {"month": today.month, "day": today.day}
    kept = actions.keep_birthday(author, **born, spec=EVERYONE)
    word = canary()
    actions.wish(stage.people["kind_friend"], birthday=kept, text=word, alone=False, today=today)
    card = f"/social/birthdays/@{author.handle}/"
    assert word in _text(stage.clients["circled"], card)
    actions.keep_birthday(author, **born, spec=audiences["circle"][0])
    assert word in _text(stage.clients["circled"], card)
    assert stage.clients["member"].get(card).status_code == 404
    named = replace(Thing("author", audiences["circle"][1]), of="author")
    assert not may_see(stage.record, "member", named)


@pytest.mark.parametrize("network", ["professional", "social"])
def test_what_stands_on_the_card_of_a_milestone_reaches_whom_the_milestone_does(network, record_property):
    stage, audiences = people_of(Network(network))
    author, score, cards = stage.people["author"], Score(), []
    for name in ("everyone", "members", "ties", "circle", "me"):
        spec, who = audiences[name]
        post = posts.publish(author, text="We moved", extras=Extras(occasion="moment"), spec=spec)
        open_word, alone_word = canary(), canary()
        if name != "me":
            greeted = {"uncircled": alone_word, "circled": open_word}
            for by, word in greeted.items():
                actions.greet(stage.people[by], post_id=post.pk, text=word, alone=word == alone_word)
        cards.append((name, who, f"/{network}/wishes/{encode(post.pk)}/", open_word, alone_word))
    fall_out(stage)
    drain()
    for name, who, card, open_word, alone_word in cards:
        for viewer, client in seats(stage):
            at, here = f"{name} as {viewer or 'a stranger'}", viewer not in NONE_HERE
            allowed = here and may_see(stage.record, viewer, Thing("author", who))
            page = client.get(card)
            score.mark(f"card for {at}", seen=page.status_code == 200, allowed=allowed)
            words, written = page.content.decode(), name != "me"
            read = here and written and may_see(stage.record, viewer, Thing("circled", who, of="author"))
            score.mark(f"wish for {at}", seen=open_word in words, allowed=read)
            own = written and viewer in ("author", "uncircled") and allowed
            score.mark(f"wish for one, {at}", seen=alone_word in words, allowed=own)
            if here and not allowed:
                assert client.post(card, {"text": "Hello"}).status_code == 404, at
    record_property("cells milestones", score.cells)
    assert score.cells > 200
    assert not score.wrong, "\n".join(score.wrong[:40])
