"""The page of a friendship and the tabs of company: for the two alone, and nothing that not both of them may see."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.wall.cast import canary, picture_file
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions as events
from twofold.network.events.plans import Plan
from twofold.network.groups import actions as groups
from twofold.network.media import actions as media
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME, named
from twofold.people.graph.actions import befriend as tie
from twofold.people.graph.actions import block, end_tie

pytestmark = pytest.mark.django_db


class Pair:
    """Ada and Boris are friends, of Cleo too; Dora is a stranger to all."""

    def __init__(self) -> None:
        self.people = {name: person(name, name=canary()) for name in ("ada", "boris", "cleo", "dora")}
        self.ada, self.boris, self.cleo, self.dora = self.people.values()
        for one, other in ((self.ada, self.boris), (self.ada, self.cleo), (self.boris, self.cleo)):
            befriend(one, other, kind="acquaintance")
        self.people["other_self"] = person("work", "professional", account=account_of(self.boris))
        self.clients = {name: client_of(each) for name, each in self.people.items()} | {"": client_of(None)}

    def page(self, who: str, whose: str) -> str:
        answer = self.clients[who].get(f"/social/people/@{whose}/friendship/", follow=True)
        return answer.content.decode().split("<main", 1)[-1] if answer.status_code == 200 else ""


def _said(cast: Pair) -> tuple[str, list[str]]:
    """A word that both may read, and words that one of them alone may."""
    both, secret = canary(), [canary() for _ in range(4)]
    posts.publish(cast.ada, text=f"{both} with @boris", spec=ALL_TIES)
    posts.publish(cast.ada, text=f"{secret[0]} of @boris", spec=named({cast.cleo.pk}))
    posts.publish(cast.boris, text=f"{secret[1]} of @ada", spec=ONLY_ME)
    posts.publish(cast.cleo, text=f"{secret[2]} of @ada and @boris", spec=EVERYONE)
    posts.publish(cast.ada, text=f"{secret[3]} without anybody", spec=EVERYONE)
    return both, secret


def test_what_they_said_is_there_for_the_two_and_only_what_both_may_read(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cast = Pair()
    both, secret = _said(cast)
    taken = [media.take_in(cast.ada, upload=picture_file(), alt=canary()) for _ in range(2)]
    posts.publish(cast.ada, text="Us", spec=EVERYONE, pictures=[taken[0]])
    posts.publish(cast.ada, text="Not yet", spec=EVERYONE, pictures=[taken[1]])
    for each in taken:
        media.propose_tag(cast.ada, picture=each, persona=cast.boris)
    media.confirm_tag(cast.boris, picture_id=taken[0].pk)
    drain()
    for who, whose in (("ada", "boris"), ("boris", "ada"), ("other_self", "ada")):
        page = cast.page(who, whose)
        assert both in page, who
        assert encode(taken[0].pk) in page, who
        assert encode(taken[1].pk) not in page, who
        assert not [word for word in secret if word in page], who
        assert cast.cleo.name in page
        assert "Acquaintance" not in page.split("feed", 1)[0]
    for who in ("dora", ""):
        assert both not in cast.page(who, "ada")
    # Cleo has pages of her own with either; what the two said of each other is not on them.
    assert both not in cast.page("cleo", "ada") + cast.page("cleo", "boris")
    hidden, absent = (
        cast.clients["dora"].get(f"/social/people/@{each}/friendship/") for each in ("ada", "nobody.here")
    )
    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    end_tie(cast.boris, other=cast.ada)
    assert not cast.page("ada", "boris")
    tie(cast.ada, cast.boris)
    block(cast.boris, persona=cast.ada)
    assert not cast.page("ada", "boris")


def _places(cast: Pair) -> tuple[dict[str, str], dict[str, str]]:
    """Groups of each openness with Boris in all and Ada in the hidden one; parties of Cleo's by who sees the guests."""
    circles = {}
    for openness in ("public", "private", "hidden"):
        name = canary()
        made = groups.make_group(
            cast.boris, name=name, about="", openness=openness, door="invited", looked_at=False
        )
        circles[openness] = name
        if openness == "hidden":
            groups.invite(cast.boris, group=made, persona=cast.ada)
            groups.join(cast.ada, group=made)
    parties, begins = {}, datetime.now(UTC).replace(tzinfo=None, microsecond=0) + timedelta(days=3)
    for shown in ("readers", "hosts"):
        title = canary()
        plan = Plan(
            kind="party",
            title=title,
            begins=begins,
            ends=begins + timedelta(hours=2),
            zone="UTC",
            shown=shown,
        )
        made = events.make_event(cast.cleo, plan=plan, spec=ALL_TIES)
        for each in (cast.ada, cast.boris):
            events.answer(each, event=made, answer="going")
        parties[shown] = title
    drain()
    return circles, parties


def test_groups_and_events_are_named_where_their_own_lists_name_the_two():
    cast = Pair()
    circles, parties = _places(cast)
    tab = "/social/@boris/groups/"
    seen = {
        "ada": {"public", "hidden"},
        "cleo": {"public"},
        "dora": {"public"},
        "": set(),
        "boris": set(circles),
    }
    for who, kinds in seen.items():
        text = cast.clients[who].get(tab, follow=True).content.decode()
        assert {kind for kind, name in circles.items() if name in text} == kinds, who
    page = cast.page("ada", "boris")
    assert {kind for kind, name in circles.items() if name in page} == {"hidden"}
    assert {kind for kind, title in parties.items() if title in page} == {"readers"}
    # Cleo hosts both, so with her both are there.
    page = cast.page("ada", "cleo")
    assert {kind for kind, title in parties.items() if title in page} == set(parties)
    for who, allowed in (("ada", True), ("dora", False), ("", False)):
        text = cast.clients[who].get("/social/@cleo/events/", follow=True).content.decode()
        assert (parties["readers"] in text) == allowed, who


def test_the_tab_of_friends_names_those_in_common_alone():
    cast = Pair()
    befriend(cast.boris, cast.dora)
    tab = "/social/@boris/friends/"
    for who, names in (("ada", {"cleo"}), ("dora", set()), ("", set()), ("boris", {"ada", "cleo", "dora"})):
        text = (
            cast.clients[who]
            .get(tab)
            .content.decode()
            .partition('id="people"')[2]
            .split("That is everyone")[0]
        )
        listed = {name for name in cast.people if name != "other_self" and cast.people[name].name in text}
        assert listed == names, who
    assert cast.clients["ada"].get("/professional/@boris/friends/").status_code == 404
