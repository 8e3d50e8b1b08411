"""The games of the town: some go on, some are over, one waits for a yes."""

from datetime import datetime, timedelta
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.network.games import actions as games
from twofold.network.games import daily, queries
from twofold.network.games.models import Game
from twofold.network.games.quizzing import Asked
from twofold.people.audiences.specs import parse
from twofold.people.personas.models import Network, Persona

HERE = Network.SOCIAL


def play(cast: Cast, now: datetime) -> int:
    """Play all of them; how many. Call it in a transaction."""
    words = read("games.toml")
    for each in words["games"]:
        _play(cast, each, now)
    for each in words["asked"]:
        one, other = _pair(cast, each)
        games.invite(one, other=other, kind=each["kind"], days=each["days"], side="first")
    for handle in words["table"]["people"].split():
        games.enter_table(cast.of(HERE, handle))
    for handle, tries in words["words"]["tries"].items():
        _guess(cast.of(HERE, handle), words["words"]["language"], tries)
    for each in words["quizzes"]:
        _ask(cast, each)
    return len(words["games"])


def _ask(cast: Cast, words: dict[str, Any]) -> None:
    """A quiz, and who answered it."""
    asked = [Asked(each["ask"], each["answers"], each["right"]) for each in words["questions"]]
    author, spec = cast.of(HERE, words["by"]), parse([words["reach"]])
    quiz = games.make_quiz(author, title=words["title"], asked=asked, spec=spec)
    for handle, chosen in words["answered"].items():
        games.hand_in(cast.of(HERE, handle), quiz_id=quiz.pk, chosen=chosen)


def _guess(persona: Persona, language: str, tries: int) -> None:
    """Find the word of the day after some wrong ones."""
    day = queries.day_of(persona)
    answer = daily.word_of(language, day)
    wrong = [each for each in daily.words(language) if each != answer][: tries - 1]
    for place, text in enumerate([*wrong, answer]):
        games.guess(persona, language=language, day=day, text=text, place=place)


def _pair(cast: Cast, words: dict[str, Any]) -> list[Persona]:
    return [cast.of(HERE, each.strip()) for each in words["pair"].split(">")]


def _play(cast: Cast, words: dict[str, Any], now: datetime) -> None:
    first, second = _pair(cast, words)
    game = games.invite(first, other=second, kind=words["kind"], days=words["days"], side="first")
    games.accept(second, game_id=game.pk)
    moves = words["moves"].split()
    for ply, text in enumerate(moves):
        games.move((first, second)[ply % 2], game_id=game.pk, ply=ply, text=text)
    mover = (first, second)[len(moves) % 2]
    if words.get("ended") == "resigned":
        games.resign(mover, game_id=game.pk)
    if words.get("ended") == "agreed":
        games.offer_draw(first, game_id=game.pk)
        games.offer_draw(second, game_id=game.pk)
    if "watched" in words:
        friend = cast.of(HERE, words["watched"])
        for each in (first, second):
            games.let_watch(each, game_id=game.pk, persona=friend)
    _date(game, now - timedelta(hours=words["ago"]))


def _date(game: Game, moment: datetime) -> None:
    """Let the last move have been made at `moment`."""
    kept = Game.objects.get(pk=game.pk)
    due = moment + timedelta(days=kept.days) if kept.due_at else None
    begun = moment - timedelta(days=kept.days) * (kept.ply // 2 + 1)
    Game.objects.filter(pk=game.pk).update(changed_at=moment, due_at=due, created_at=begun)
