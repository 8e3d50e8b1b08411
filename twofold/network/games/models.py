from django.db import models

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import RandomIdField
from twofold.network.games.daily import TRIES
from twofold.network.games.rules import Rules, rules_of
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_MOVE = 40


class State(models.IntegerChoices):
    """CLOSED: it never came to a game, or two who played keep apart now. Nobody won."""

    ASKED = 0
    ON = 1
    OVER = 2
    CLOSED = 3


class Game(Shared):
    """A game between `author`, who asked for it, and `other`. Its audience is the part "game" with its id.

    That part holds `other`, and those whom both let watch. `moves` and `labels` are the moves so far as codes and as
    the field writes them, with spaces between; `position` is where they lead. `version` is one more after each change.
    """

    id = RandomIdField()
    other = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    author_first = models.BooleanField()
    state = models.SmallIntegerField(choices=State.choices, default=State.ASKED)
    # How long each move may take, in days; 0: as long as it likes.
    days = models.SmallIntegerField()
    position = models.CharField(max_length=200)
    ply = models.SmallIntegerField(default=0)
    moves = models.TextField(blank=True)
    labels = models.TextField(blank=True)
    version = models.IntegerField(default=1)
    mover = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+")
    due_at = models.DateTimeField(null=True)
    # Who offers a draw now.
    offer_by = models.ForeignKey(
        Persona, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    winner = models.ForeignKey(Persona, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    # A key of the rules' reasons, or one of `Ended`.
    ending = models.CharField(max_length=12, blank=True)
    # The game after which this one was asked for: one goes on from each.
    again = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="next")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # Which sending of the form asked for it: one that is sent twice is there once.
    once = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["author", "state", "changed_at"], name="games_by_author"),
            models.Index(fields=["other", "state", "changed_at"], name="games_by_other"),
            models.Index(fields=["due_at"], condition=models.Q(state=1), name="games_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "once"], condition=~models.Q(once=""), name="games_once"
            )
        ]

    @property
    def rules(self) -> Rules:
        return rules_of(self.kind)

    @property
    def players(self) -> tuple[Persona, Persona]:
        """The first side and the second."""
        return (self.author, self.other) if self.author_first else (self.other, self.author)

    @property
    def codes(self) -> list[str]:
        return self.moves.split()

    @property
    def steps(self) -> list[str]:
        return self.labels.split()

    @property
    def late(self) -> bool:
        """Whether the time of whoever has to move is over."""
        return self.state == State.ON and self.due_at is not None and self.due_at <= clock.now()

    def side_of(self, persona_id: int) -> int | None:
        """0 for the first side, 1 for the second, None for anybody else."""
        ids = [each.pk for each in self.players]
        return ids.index(persona_id) if persona_id in ids else None

    def against(self, persona_id: int) -> Persona:
        """The other one of the two."""
        return self.other if persona_id == self.author_id else self.author


class Ended(models.TextChoices):
    """How people end a game, beside the ways that its rules have."""

    RESIGNED = "resigned"
    AGREED = "agreed"
    TIME = "time"


class Watcher(models.Model):
    """`persona` may watch the game once both players say so; `by` asked for it."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="watchers", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    agreed = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["game", "persona"], name="games_watch_once")]


class Entrant(models.Model):
    """Stands in the table that friends who stand in it too can read."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")


class DayWord(models.Model):
    """What `persona` guessed at the word of `day`, as it was where they live; with spaces between. Theirs alone.

    That they found it, and in how many tries, is told to friends where both stand in the table.
    """

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=2)
    day = models.DateField()
    guesses = models.CharField(max_length=60, blank=True)
    found = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "day", "language"], name="games_one_word")]
        indexes = [models.Index(fields=["day"], name="games_word_day")]

    @property
    def tried(self) -> list[str]:
        return self.guesses.split()

    @property
    def over(self) -> bool:
        return self.found or len(self.tried) >= TRIES


MAX_TITLE = 80
MAX_QUESTION = 200
MAX_ANSWER = 80
MAX_QUESTIONS = 10
ANSWERS = 4


class Quiz(Shared):
    """Questions of somebody for people whom they choose."""

    id = RandomIdField()
    title = models.CharField(max_length=MAX_TITLE)
    created_at = models.DateTimeField()
    # Which sending of the form made it: one that is sent twice is there once.
    once = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["author", "created_at"], name="games_quizzes")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "once"], condition=~models.Q(once=""), name="games_quiz_once"
            )
        ]


class Question(models.Model):
    """`answers` stand in the order in which they are shown; `right` is the place of the right one."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="questions", db_index=False)
    place = models.SmallIntegerField()
    text = models.CharField(max_length=MAX_QUESTION)
    answers = models.JSONField()
    right = models.SmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["quiz", "place"], name="games_question_place")]


class Sheet(models.Model):
    """What `persona` answered, once: the places they chose, with spaces between. For them and for the quiz's author."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="sheets", db_index=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    chosen = models.CharField(max_length=40)
    right = models.SmallIntegerField()
    handed_in_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quiz", "persona"], name="games_sheet_once")]

    @property
    def places(self) -> list[int]:
        return [int(each) for each in self.chosen.split()]
