"""Games through the pages: asked for, played, offered, given up, run out, gone on with; nothing is there twice."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.games import actions
from twofold.network.games.models import Game, State
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
HOME = "/social/games/"


def friends() -> tuple[Persona, Persona]:
    ada, boris = person("ada", name="Ada"), person("boris", name="Boris")
    befriend(ada, boris)
    return ada, boris


def begun(ada: Persona, boris: Persona, *moves: str, kind: str = "chess", days: int = 3) -> Game:
    """A game that Ada began, played so far."""
    game = actions.invite(ada, other=boris, kind=kind, days=days, side="first")
    actions.accept(boris, game_id=game.pk)
    for ply, text in enumerate(" ".join(moves).split()):
        game = actions.move((ada, boris)[ply % 2], game_id=game.pk, ply=ply, text=text)
    return Game.objects.get(pk=game.pk)


def at(game: Game, more: str = "") -> str:
    return f"{HOME}{encode(game.pk)}/{more}"


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_game_is_asked_for_accepted_and_played_without_script():
    ada, boris = friends()
    hers, his = client_of(ada), client_of(boris)
    assert "No games yet" in read(hers, HOME)
    assert "/social/games/new?person=@boris" in read(hers, "/social/@boris/")
    assert 'value="@boris"' in read(hers, f"{HOME}new?person=@boris")
    form = {"person": "@boris", "kind": "chess", "days": "3", "side": "first", "once": "form-1"}
    wrong = hers.post(f"{HOME}new", form | {"days": "99"})
    assert wrong.status_code == 422
    assert "@boris" in wrong.content.decode()
    for _again in range(2):
        assert hers.post(f"{HOME}new", form).status_code == 303
    game = Game.objects.get()
    drain()
    assert "would like to play a game with you" in read(his, "/social/notifications/")
    assert "Ada asks you for a game" in read(his, HOME)
    for _again in range(2):
        assert his.post(at(game, "act"), {"what": "accept"}).status_code == 303
    drain()
    assert "plays with you: it is your turn" in read(hers, "/social/notifications/")
    board = read(hers, at(game))
    assert "e2, white pawn" in board
    assert '?from=e2#board"' in board
    taken = read(hers, at(game, "?from=e2"))
    assert 'name="move" value="e2e4"' in taken
    assert "e4, empty: go there" in taken
    assert hers.post(at(game, "move"), {"ply": "0", "move": "e2e4"}).status_code == 303
    drain()
    assert "moved: it is your turn" in read(his, "/social/notifications/")
    assert "moved: it is your turn" not in read(hers, "/social/notifications/")
    seen = read(his, at(game))
    assert "e4, white pawn, last move" in seen
    assert seen.index("h1, white rook") < seen.index("a8, black rook")  # from his side of the board
    assert his.post(at(game, "move"), {"ply": "1", "text": "e5"}).status_code == 303
    assert Game.objects.get().steps == ["e4", "e5"]


def test_wrong_moves_are_answered_in_words_and_nothing_is_doubled():
    ada, boris = friends()
    game = begun(ada, boris)
    hers, his = client_of(ada), client_of(boris)

    def said(client: Client, **sent: str) -> str:
        answer = client.post(at(game, "move"), sent)
        assert answer.status_code == 422
        return answer.content.decode()

    assert "It is the turn of Ada" in said(his, ply="0", move="e7e5")
    assert "e2e5 is not possible here" in said(hers, ply="0", move="e2e5")
    illegal = said(hers, ply="0", text="Qh5")
    assert "Qh5 is not possible here" in illegal
    assert 'value="Qh5"' in illegal
    for nonsense in ("0000", "e9e4", "é", "", "e2" * 30):
        said(hers, ply="0", move=nonsense)
    assert "has changed since" in said(hers, ply="7", move="e2e4")
    assert "has changed since" in said(hers, move="e2e4")
    for _again in range(3):
        assert hers.post(at(game, "move"), {"ply": "0", "move": "e2e4"}).status_code == 303
    assert hers.post(at(game, "move"), {"ply": "0", "text": "e4"}).status_code == 303
    assert "It is the turn of Boris" in said(hers, ply="0", move="d2d4")
    kept = Game.objects.get()
    assert (kept.ply, kept.moves, kept.labels) == (1, "e2e4", "e4")


def test_a_mate_ends_it_and_its_file_is_read_by_other_programs():
    ada, boris = friends()
    game = begun(ada, boris, "f3", "e5", "g4", "Qh4#")
    hers = client_of(ada)
    assert "Boris won: checkmate" in read(hers, at(game))
    drain()
    assert re.search("Your game with .*Boris.* is over", read(hers, "/social/notifications/"))
    file = hers.get(at(game, "file"))
    assert 'filename="chess.pgn"' in file["Content-Disposition"]
    text = file.content.decode()
    assert '[White "Ada"]' in text
    assert '[Result "0-1"]' in text
    assert "1. f3 e5 2. g4 Qh4# 0-1" in text
    late = hers.post(at(game, "move"), {"ply": "4", "move": "e1f2"})
    assert "The game is over already: Boris won." in late.content.decode()
    # Told by hand alone: the post waits in the composer, and names nobody else.
    assert "I+lost+in+2+moves" in read(hers, at(game)).replace("%20", "+")


@pytest.mark.parametrize(
    ("moves", "why"),
    [
        ("Nf3 Nf6 Ng1 Ng8 Nf3 Nf6 Ng1 Ng8", "the same position three times"),
        (
            "e3 a5 Qh5 Ra6 Qxa5 h5 h4 Rah6 Qxc7 f6 Qxd7+ Kf7 Qxb7 Qd3 Qxb8 Qh7 Qxc8 Kg6 Qe6",
            "stalemate",
        ),
    ],
)
def test_draws_by_the_rules_come_by_themselves(moves, why):
    ada, boris = friends()
    game = begun(ada, boris, moves)
    assert f"A draw: {why}" in read(client_of(ada), at(game))


def test_a_pawn_asks_what_it_becomes():
    ada, boris = friends()
    game = begun(ada, boris, "a4 b5 axb5 a6 bxa6 Bb7 axb7 h6")
    hers = client_of(ada)
    asked = read(hers, at(game, "?from=b7&to=a8"))
    assert re.findall(r'value="b7a8(.)">(\w+)', asked) == [
        ("q", "Queen"), ("r", "Rook"), ("b", "Bishop"), ("n", "Knight"),
    ]  # fmt: skip
    hers.post(at(game, "move"), {"ply": "8", "move": "b7a8n"})
    assert Game.objects.get().steps[-1] == "bxa8=N"


def test_draughts_are_played_on_a_hundred_squares_of_which_half_are_used():
    ada, boris = friends()
    game = begun(ada, boris, "32-28 17-22", kind="draughts")
    hers, his = client_of(ada), client_of(boris)
    board = read(hers, at(game, "?from=28"))
    assert board.count('role="gridcell"') == 100
    assert board.count("data-square=") == 50
    assert board.count('class="light "') == 50
    assert 'name="move" value="28x17"' in board
    refused = hers.post(at(game, "move"), {"ply": "2", "text": "31-27"})
    assert "31-27 is not possible here" in refused.content.decode()  # the capture is a duty
    for _again in range(2):
        assert hers.post(at(game, "move"), {"ply": "2", "move": "28x17"}).status_code == 303
    his.post(at(game, "move"), {"ply": "3", "text": "11x22"})
    assert Game.objects.get().steps == ["32-28", "17-22", "28x17", "11x22"]
    assert "1. 32-28 17-22 2. 28x17 11x22 *" in hers.get(at(game, "file")).content.decode()
    assert "No games" not in read(his, HOME)


def test_of_two_who_resign_at_once_one_did_and_the_other_is_told():
    ada, boris = friends()
    game = begun(ada, boris)
    hers, his = client_of(ada), client_of(boris)
    for _again in range(2):
        assert hers.post(at(game, "act"), {"what": "resign"}).status_code == 303
    other = his.post(at(game, "act"), {"what": "resign"})
    assert other.status_code == 422
    assert "The game is over already: Ada resigned." in other.content.decode()
    assert Game.objects.get().winner == boris
    assert "You won: Ada resigned" in read(his, at(game))


def test_a_draw_is_offered_refused_overtaken_and_agreed():
    ada, boris = friends()
    game = begun(ada, boris, "e4")
    hers, his = client_of(ada), client_of(boris)
    hers.post(at(game, "act"), {"what": "draw"})
    assert "Ada offers a draw" in read(his, at(game))
    his.post(at(game, "act"), {"what": "refuse"})
    assert "offers a draw" not in read(his, at(game))
    hers.post(at(game, "act"), {"what": "draw"})
    his.post(at(game, "move"), {"ply": "1", "text": "e5"})
    assert Game.objects.get().offer_by is None
    for client in (hers, his, his, hers):
        assert client.post(at(game, "act"), {"what": "draw"}).status_code == 303
    kept = Game.objects.get()
    assert (kept.state, kept.ending, kept.winner) == (State.OVER, "agreed", None)


def test_the_clock_runs_by_days_and_can_be_set_back_by_whoever_waits():
    ada, boris = friends()
    game = begun(ada, boris, days=1)
    hers, his = client_of(ada), client_of(boris)
    assert hers.post(at(game, "act"), {"what": "time"}).status_code == 422
    begin = clock.now()
    with time_machine.travel(begin + timedelta(hours=20)):
        his.post(at(game, "act"), {"what": "time"})
    with time_machine.travel(begin + timedelta(hours=43)):
        actions.run_out()
        assert Game.objects.get().state == State.ON
    with time_machine.travel(begin + timedelta(hours=45)):
        assert "Time is over" in read(his, at(game))
        # The move that comes too late is not made: the answer is the game as it ended.
        answer = hers.post(at(game, "move"), {"ply": "0", "move": "e2e4"}, follow=True)
        assert "Boris won: the time ran out" in answer.content.decode()
    assert Game.objects.get().ply == 0
    other = begun(boris, ada, days=1)
    with time_machine.travel(begin + timedelta(days=2)):
        assert actions.run_out() == 1
        drain()
    assert Game.objects.get(pk=other.pk).winner == ada
    assert "is over" in read(hers, "/social/notifications/")


def test_playing_again_turns_the_sides_and_two_who_ask_agree():
    ada, boris = friends()
    game = begun(ada, boris)
    assert client_of(ada).post(at(game, "act"), {"what": "again"}).status_code == 422
    actions.resign(ada, game_id=game.pk)
    for who in (ada, ada, boris, boris):
        assert client_of(who).post(at(game, "act"), {"what": "again"}).status_code == 303
    (next_one,) = Game.objects.exclude(pk=game.pk)
    assert next_one.state == State.ON
    assert next_one.players[0] == boris


def test_an_invitation_is_declined_withdrawn_or_lapses_and_nobody_is_pestered():
    ada, boris = friends()
    hers, his = client_of(ada), client_of(boris)
    for client, what in ((his, "decline"), (hers, "withdraw")):
        game = actions.invite(ada, other=boris, kind="chess")
        for _again in range(2):
            assert client.post(at(game, "act"), {"what": what}).status_code == 303
        assert "does not take place" in read(hers, at(game))
    third = actions.invite(ada, other=boris, kind="chess")
    answer = hers.post(f"{HOME}new", {"person": "@boris", "kind": "chess", "days": "3"})
    assert "You asked Boris often today" in answer.content.decode()
    with time_machine.travel(clock.now() + timedelta(days=15)):
        assert actions.lapse() == 1
        drain()
    assert Game.objects.get(pk=third.pk).state == State.CLOSED
    assert "would like to play" not in read(his, "/social/notifications/")
    person("cleo", name="Cleo")
    answer = hers.post(f"{HOME}new", {"person": "@cleo", "kind": "chess", "days": "3"})
    assert "You can play with friends" in answer.content.decode()


def test_a_block_ends_what_two_play_and_an_end_takes_all_games_along():
    ada, boris = friends()
    cleo = person("cleo", name="Cleo")
    befriend(ada, cleo)
    game, other = begun(ada, boris), begun(cleo, ada)
    block(boris, persona=ada)
    for who in (ada, boris):
        assert client_of(who).get(at(game)).status_code == 404
    drain()
    assert Game.objects.get(pk=game.pk).state == State.CLOSED
    erase_persona(ada)
    drain()
    assert not Game.objects.filter(pk__in=(game.pk, other.pk)).exists()


def test_the_table_is_for_those_who_stand_in_it_and_only_among_friends():
    ada, boris = friends()
    cleo = person("cleo", name="Cleo Stone")
    befriend(boris, cleo)
    hers, his = client_of(ada), client_of(boris)
    actions.resign(boris, game_id=begun(ada, boris).pk)
    actions.enter_table(cleo)
    assert "A table for those who like one" in read(hers, f"{HOME}table")
    hers.post(f"{HOME}table")
    assert "None of your friends stands here yet" in read(hers, f"{HOME}table")
    his.post(f"{HOME}table")
    mine = re.sub(r"\s+", "", re.sub(r"<[^>]+>", " ", read(hers, f"{HOME}table?kind=chess")))
    assert "Ada100" in mine
    assert "Boris001" in mine
    assert "Cleo" not in mine
    assert "Cleo Stone" in read(his, f"{HOME}table")
    his.post(f"{HOME}table", {"leave": "yes"})
    assert "Boris" not in read(hers, f"{HOME}table")


def test_pages_ask_as_often_for_many_as_for_one():
    ada, boris = friends()
    client, asked = client_of(ada), []
    game = begun(ada, boris, "e4")
    actions.enter_table(ada)
    for turn in range(2):
        paths = (HOME, at(game), f"{HOME}table", at(game, "now?version=0"))
        for path in paths:
            client.get(path)
        with CaptureQueriesContext(connection) as counted:
            for path in paths:
                read(client, path)
        asked.append(len(counted))
        for number in range(4):
            other = person(f"friend{turn}{number}")
            befriend(ada, other)
            actions.enter_table(other)
            actions.resign(ada, game_id=begun(ada, other).pk)
            begun(other, ada, "e4", "e5")
    assert asked[0] == asked[1]


def test_games_are_in_the_social_network_alone():
    ada, boris = friends()
    game = begun(ada, boris)
    for path in ("", "new", "table", f"{encode(game.pk)}/", f"{encode(game.pk)}/file"):
        assert client_of(ada).get(f"/professional/games/{path}").status_code == 404
    assert client_of(ada).get(at(game, "now?version=2")).status_code == 204
