"""Games: fetched as everybody, held to who plays, who watches, who was only proposed, and who was shut out since."""

import pytest

from tests.wall.cast import STRANGER, canary, fall_out, people_of
from tests.wall.oracle import Thing, may_see
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.games import actions, queries
from twofold.network.games.models import Game
from twofold.network.games.quizzing import Asked
from twofold.people.graph.actions import block
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db
NAMES = ("ada", "boris", "watcher", "proposed", "unseated", "hater", "foe", "friend", "outsider")
HOME = "/social/games/"


class Cast:
    """Ada asked Boris; who else looks, and by what they would know the game: the names of the two, new ones."""

    def __init__(self) -> None:
        self.people = {name: person(name, name=name.title()) for name in NAMES}
        for name in ("ada", "boris"):
            self.people[name].name = canary()
            self.people[name].save()
        self.people["other_self"] = person("work", "professional", account=account_of(self.people["boris"]))
        ada, boris = self.people["ada"], self.people["boris"]
        for name in NAMES[1:-1]:
            befriend(ada, self.people[name])
            if name != "boris":
                befriend(boris, self.people[name])
        self.asked = actions.invite(ada, other=boris, kind="chess", side="first")
        self.game = actions.invite(ada, other=boris, kind="chess", side="first")
        actions.accept(boris, game_id=self.game.pk)
        actions.move(ada, game_id=self.game.pk, ply=0, text="Nh3")
        for name in ("watcher", "unseated", "hater", "foe"):
            for each in (ada, boris):
                actions.let_watch(each, game_id=self.game.pk, persona=self.people[name])
        actions.let_watch(ada, game_id=self.game.pk, persona=self.people["proposed"])
        actions.stop_watching(boris, game_id=self.game.pk, persona_id=self.people["unseated"].pk)
        drain()
        # Blocks by and against the one who is not the game's author.
        block(boris, persona=self.people["foe"])
        block(self.people["hater"], persona=boris)

    def readers(self, game: Game) -> set[str]:
        players = {"ada", "boris", "other_self"}
        return players | {"watcher"} if game == self.game else players


def _paths(game: Game) -> list[str]:
    here = f"{HOME}{encode(game.pk)}/"
    return [here, f"{here}now?version=0", f"{here}?from=e7"]


def test_games_reach_those_who_play_and_those_whom_both_let_watch(record_property):
    cast, cells, wrong = Cast(), 0, []
    secret = [cast.people[name].name for name in ("ada", "boris")]
    for name, persona in [*cast.people.items(), ("", None)]:
        client = client_of(persona)
        for game in (cast.game, cast.asked):
            may = name in cast.readers(game)
            for path in _paths(game):
                cells += 1
                answer = client.get(path)
                text = answer.content.decode()
                seen = answer.status_code == 200 and all(each in text for each in secret)
                if seen != may or (not may and any(each in text for each in secret)):
                    wrong.append(f"{'leak' if seen else 'wrong refusal'}: {path} as {name or 'a stranger'}")
            file = client.get(f"{HOME}{encode(game.pk)}/file")
            cells += 1
            if (file.status_code == 200) != (may and game == cast.game):
                wrong.append(f"file {file.status_code} as {name or 'a stranger'}")
            listed = encode(game.pk) in client.get(HOME, follow=True).content.decode()
            cells += 1
            if listed != may:
                wrong.append(f"the desk of {name or 'a stranger'} shows {listed}")
    record_property("cells games", cells)
    assert cells > 90
    assert not wrong, "\n".join(wrong)


def test_whoever_is_shut_out_cannot_act_and_whoever_watches_cannot_play():
    cast = Cast()
    here = f"{HOME}{encode(cast.game.pk)}/"
    before = Game.objects.get(pk=cast.game.pk).version
    for name in NAMES[2:]:
        client, status = client_of(cast.people[name]), 403 if name == "watcher" else 404
        assert client.post(f"{here}move", {"ply": "1", "move": "e7e5"}).status_code == status, name
        for what in ("accept", "resign", "draw", "refuse", "time", "again", "decline"):
            assert client.post(f"{here}act", {"what": what}).status_code == status, (name, what)
        assert client.post(f"{here}watch", {"person": "@friend"}).status_code == status, name
        assert client.post(f"{here}watch", {"out": encode(cast.people["ada"].pk)}).status_code == status
    assert Game.objects.get(pk=cast.game.pk).version == before
    hidden, absent = (
        client_of(cast.people["friend"]).get(f"{HOME}{key}/") for key in (encode(cast.game.pk), encode(12345))
    )
    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)


def test_nobody_learns_of_a_game_by_news_by_open_pages_or_by_the_table():
    """Who proposes, watches and plays is for the two; the table counts, and only among friends who stand in it."""
    cast = Cast()
    told = queries.looking_at(cast.game.pk)
    assert told == {cast.people[name].pk for name in ("ada", "boris", "watcher", "hater", "foe")}
    drain()
    assert cast.people["foe"].pk not in queries.looking_at(cast.game.pk)
    watcher = client_of(cast.people["watcher"]).get(f"{HOME}{encode(cast.game.pk)}/").content.decode()
    assert "Proposed" not in watcher
    assert (
        "Proposed" in client_of(cast.people["boris"]).get(f"{HOME}{encode(cast.game.pk)}/").content.decode()
    )
    actions.resign(cast.people["boris"], game_id=cast.game.pk)
    for name in ("ada", "friend"):
        actions.enter_table(cast.people[name])
    drain()
    for name in NAMES[2:]:
        news = client_of(cast.people[name]).get("/social/notifications/").content.decode()
        assert "game" not in news.split("told-card", 1)[-1].split("</section>")[0] or "told-card" not in news
    seen = {line.persona.pk for line in queries.table(Viewer.of(cast.people["friend"]))}
    assert seen == {cast.people[name].pk for name in ("ada", "friend")}
    assert queries.table(Viewer.of(cast.people["boris"])) == []
    assert queries.table(Viewer.of(cast.people["outsider"])) == []


def test_quizzes_and_who_answered_agree_with_the_oracle(record_property):
    stage, audiences = people_of(Network.SOCIAL)
    author, found, wrong, cells = stage.people["author"], [], [], 0
    for name in ("everyone", "members_but", "ties", "far", "circle", "named", "ties_but", "me"):
        spec, who = audiences[name]
        word, text = canary(), canary()
        asked = [Asked(text, ["yes", "no"], 0)]
        found.append((actions.make_quiz(author, title=word, asked=asked, spec=spec), word, text, who, name))
    taker = stage.people["kind_friend"]
    actions.hand_in(taker, quiz_id=found[0][0].pk, chosen=[1])
    fall_out(stage)
    drain()
    for name, client in stage.clients.items():
        if name == "own_other":  # in a browser the place decides, so that is the author here
            continue
        desk = client.get(HOME, follow=True).content.decode()
        for quiz, word, text, who, kind in found:
            # Whoever has no presence here is shown the way in, as for any page of games.
            allowed = may_see(stage.record, name, Thing("author", who)) and name not in (
                STRANGER,
                "elsewhere",
            )
            page = client.get(f"{HOME}quizzes/{encode(quiz.pk)}/", follow=True).content.decode()
            cells += 2
            if (text in page) != allowed or (word in page) != allowed:
                wrong.append(f"quiz for {kind} as {name or 'a stranger'}: {text in page}")
            if word in desk and not allowed:
                wrong.append(f"the desk of {name or 'a stranger'} shows the quiz for {kind}")
            if ("Who answered" in page) != (name == "author"):
                wrong.append(f"{name} sees who answered the quiz for {kind}")
            sure = client.get(f"{HOME}quizzes/{encode(quiz.pk)}/delete").status_code
            if (sure == 200) != (name == "author"):
                wrong.append(f"{name or 'a stranger'} may delete the quiz for {kind}")
    record_property("cells quizzes", cells)
    assert cells > 300
    assert not wrong, "\n".join(wrong)
    assert (
        taker.name in stage.clients["author"].get(f"{HOME}quizzes/{encode(found[0][0].pk)}/").content.decode()
    )
