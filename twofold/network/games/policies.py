"""May somebody do this with a game? Nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.games.daily import LANGUAGES, LETTERS, is_guess
from twofold.network.games.models import (
    ANSWERS,
    MAX_ANSWER,
    MAX_QUESTION,
    MAX_QUESTIONS,
    MAX_TITLE,
    DayWord,
    Ended,
    Game,
    Question,
    Quiz,
    State,
    Watcher,
)
from twofold.network.games.quizzing import Asked
from twofold.network.games.rules import GAMES
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Network, Persona

DAYS = (1, 2, 3, 7, 14, 0)
MOST_ASKED = 20
# The same person, in a day, without a game coming of it.
MOST_ASKED_ONE = 3
MOST_ON = 60
MOST_WATCHERS = 30
MOST_PLIES = 1_000
MOST_QUIZZES = 10
# So long an invitation waits for its answer.
WAITS = timedelta(days=14)


def check_here(actor: Persona) -> None:
    if actor.network != Network.SOCIAL or actor.is_page:
        raise Refused(_("Games belong to the people of the social network."))


def check_invitation(actor: Persona, other: Persona, kind: str, days: int) -> None:
    if kind not in GAMES:
        raise Refused(_("Choose a game."), field="kind")
    if days not in DAYS:
        raise Refused(_("Choose how long a move may take."), field="days")
    if other.pk == actor.pk:
        raise Refused(_("Choose somebody else to play with."), field="person")
    if other.is_page or not Tie.objects.filter(owner=actor, other=other).exists():
        raise Refused(_("You can play with friends. Become friends first."), field="person")
    if Game.objects.filter(author=actor, state=State.ASKED).count() >= MOST_ASKED:
        raise Refused(_("You have asked %(most)d times already. Wait for answers.") % {"most": MOST_ASKED})
    since = clock.now() - timedelta(days=1)
    unplayed = Game.objects.filter(author=actor, other=other, ply=0, created_at__gt=since)
    if unplayed.exclude(state__in=(State.ON, State.OVER)).count() >= MOST_ASKED_ONE:
        raise Refused(_("You asked %(name)s often today. Let them answer first.") % {"name": other.name})
    check_room(actor)


def check_room(actor: Persona) -> None:
    """Before another game begins."""
    mine = Q(author=actor) | Q(other=actor)
    if Game.objects.filter(mine, state=State.ON).count() >= MOST_ON:
        raise Refused(_("You play %(most)d games already. Finish some first.") % {"most": MOST_ON})


def check_player(actor: Persona, game: Game) -> None:
    if game.side_of(actor.pk) is None:
        raise Refused(_("You watch this game. Only the two who play it can do that."), forbidden=True)


def check_asked(game: Game) -> None:
    if game.state != State.ASKED:
        raise Refused(_("This invitation is answered already."))


def check_on(game: Game) -> None:
    if game.state == State.ASKED:
        raise Refused(_("The game has not begun: the invitation is not accepted yet."))
    if game.state == State.CLOSED:
        raise Refused(_("This game does not take place."))
    if game.state == State.OVER:
        raise Refused(why_over(game))


def why_over(game: Game) -> str:
    """What is said to whoever comes too late."""
    if game.winner is None:
        return _("The game is over already: it is a draw.")
    loser = game.against(game.winner.pk).name
    if game.ending == Ended.RESIGNED:
        return _("The game is over already: %(name)s resigned.") % {"name": loser}
    if game.ending == Ended.TIME:
        return _("The game is over already: the time of %(name)s ran out.") % {"name": loser}
    return _("The game is over already: %(name)s won.") % {"name": game.winner.name}


def check_turn(actor: Persona, game: Game, ply: int) -> None:
    """`ply` is how many moves had been made when the mover looked."""
    check_on(game)
    if game.mover_id != actor.pk:
        name = game.against(actor.pk).name
        raise Refused(_("It is the turn of %(name)s. You can move when they have.") % {"name": name})
    if ply != game.ply:
        raise Refused(_("The board has changed since you looked. Here it is as it stands now."))


def check_over(game: Game) -> None:
    if game.state != State.OVER:
        raise Refused(_("Play this one to its end first."))


def check_more_time(actor: Persona, game: Game) -> None:
    check_on(game)
    if not game.days:
        raise Refused(_("This game has no clock."))
    if game.mover_id == actor.pk:
        raise Refused(_("Only the one who waits can give more time."))


def check_watcher(actor: Persona, game: Game, persona: Persona) -> None:
    if game.state not in (State.ON, State.OVER):
        raise Refused(_("The game has not begun: the invitation is not accepted yet."))
    if game.side_of(persona.pk) is not None:
        raise Refused(_("That is one of the two who play."), field="person")
    if persona.is_page or not Tie.objects.filter(owner=actor, other=persona).exists():
        raise Refused(_("You can name friends of yours."), field="person")
    if Watcher.objects.filter(game=game).count() >= MOST_WATCHERS:
        raise Refused(_("At most %(most)d people can watch.") % {"most": MOST_WATCHERS}, field="person")


def check_guess(kept: DayWord, place: int, guess: str) -> None:
    """`place` is how many guesses there were when the one who guesses looked."""
    if kept.found:
        raise Refused(_("You found the word of today already."))
    if kept.over:
        raise Refused(_("Those were all tries of today. There is another word tomorrow."))
    if place != len(kept.tried):
        raise Refused(_("You have guessed since you looked. Here is how it stands now."))
    if not is_guess(guess, kept.language):
        raise Refused(_("A guess is %(many)d letters.") % {"many": LETTERS}, field="guess")


def check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise Refused(_("Choose a language."), field="in")


def check_quiz(actor: Persona, title: str, asked: Sequence[Asked]) -> None:
    check_here(actor)
    if not title or len(title) > MAX_TITLE:
        raise Refused(
            _("Give the quiz a name of at most %(most)d letters.") % {"most": MAX_TITLE}, field="title"
        )
    if not asked:
        raise Refused(_("Ask at least one question."), field="questions")
    if len(asked) > MAX_QUESTIONS:
        raise Refused(_("At most %(most)d questions.") % {"most": MAX_QUESTIONS}, field="questions")
    for number, each in enumerate(asked, 1):
        _check_question(number, each)
    since = clock.now() - timedelta(days=1)
    if Quiz.objects.filter(author=actor, created_at__gt=since).count() >= MOST_QUIZZES:
        raise Refused(_("You made %(most)d quizzes today. Go on tomorrow.") % {"most": MOST_QUIZZES})


def _check_question(number: int, asked: Asked) -> None:
    said = {"number": number, "most": MAX_QUESTION, "long": MAX_ANSWER}
    if not asked.text:
        raise Refused(_("Question %(number)d has answers but no words.") % said, field="questions")
    if len(asked.text) > MAX_QUESTION:
        raise Refused(_("Question %(number)d: at most %(most)d letters.") % said, field="questions")
    if not 2 <= len(asked.answers) <= ANSWERS or len(set(asked.answers)) < len(asked.answers):
        raise Refused(_("Question %(number)d needs two to four different answers.") % said, field="questions")
    if any(len(each) > MAX_ANSWER for each in asked.answers):
        raise Refused(
            _("Question %(number)d: an answer has at most %(long)d letters.") % said, field="questions"
        )
    if not 0 <= asked.right < len(asked.answers):
        raise Refused(
            _("Say which answer to question %(number)d is the right one.") % said, field="questions"
        )


def check_sheet(actor: Persona, quiz: Quiz, chosen: Sequence[int], questions: Sequence[Question]) -> None:
    check_here(actor)
    if quiz.author_id == actor.pk:
        raise Refused(_("That is your own quiz."))
    if len(chosen) != len(questions):
        raise Refused(_("The quiz is not what you saw. Look at it again."))
    missing = [
        number
        for number, (place, each) in enumerate(zip(chosen, questions, strict=True), 1)
        if not 0 <= place < len(each.answers)
    ]
    if missing:
        numbers = ", ".join(map(str, missing))
        raise Refused(_("Choose an answer to question %(numbers)s.") % {"numbers": numbers}, field="answers")


def check_own(actor: Persona, quiz: Quiz) -> None:
    if quiz.author_id != actor.pk:
        raise Refused(_("Only the one who made this quiz can do that."), forbidden=True)
