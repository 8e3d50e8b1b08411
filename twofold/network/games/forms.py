"""What comes from the forms of games: kept whole whatever is wrong with it."""

from dataclasses import dataclass, field
from secrets import token_urlsafe

from django.http import QueryDict

from twofold.foundation.kit.refusals import Refused
from twofold.network.games.models import ANSWERS, MAX_ANSWER, MAX_QUESTION, MAX_QUESTIONS, MAX_TITLE
from twofold.network.games.quizzing import Asked
from twofold.network.games.rules import GAMES
from twofold.network.posts import forms as posts
from twofold.network.posts.forms import Composition

FIRST_BLOCKS = 3


@dataclass
class Invitation:
    person: str = ""
    kind: str = next(iter(GAMES))
    days: str = "3"
    side: str = ""
    once: str = field(default_factory=lambda: token_urlsafe(12))
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, refusal: Refused) -> None:
        self.errors["person" if refusal.field == "audience" else refusal.field or "form"] = str(
            refusal.reason
        )

    @property
    def length(self) -> int:
        """The days of a move; nonsense is no choice that is offered."""
        return int(self.days) if self.days.isascii() and self.days.isdigit() and len(self.days) < 4 else -1


def read(data: QueryDict) -> Invitation:
    """What was typed; what is missing is as a new form has it."""
    found = Invitation()
    for name in ("person", "kind", "days", "side", "once"):
        if value := data.get(name, "")[:80].strip():
            setattr(found, name, value)
    return found


@dataclass
class Block:
    """A question as it is typed: four places for answers, and which of them is the right one (-1: none yet)."""

    text: str = ""
    answers: list[str] = field(default_factory=lambda: [""] * ANSWERS)
    right: int = -1

    @property
    def asked(self) -> Asked:
        filled = [place for place, each in enumerate(self.answers) if each]
        right = filled.index(self.right) if self.right in filled else -1
        return Asked(self.text, [self.answers[place] for place in filled], right)


@dataclass
class QuizForm:
    """A name, blocks of a question with its answers, and the audience as the composer's picker holds it."""

    title: str = ""
    blocks: list[Block] = field(default_factory=lambda: [Block() for _each in range(FIRST_BLOCKS)])
    made: Composition = field(default_factory=Composition)

    @property
    def errors(self) -> dict[str, str]:
        return self.made.errors

    @property
    def asked(self) -> list[Asked]:
        """The questions that were filled in; gaps between answers closed."""
        return [each.asked for each in self.blocks if each.text or any(each.answers)]

    def refuse(self, refusal: Refused) -> None:
        self.made.refuse(refusal)


def read_quiz(data: QueryDict) -> QuizForm:
    count = sum(f"q-{place}" in data for place in range(MAX_QUESTIONS))
    blocks = [_block(data, place) for place in range(max(count, 1))]
    if data.get("intent") == "more" and len(blocks) < MAX_QUESTIONS:
        blocks.append(Block())
    return QuizForm(data.get("title", "")[: MAX_TITLE * 4], blocks, posts.read(data))


def _block(data: QueryDict, place: int) -> Block:
    answers = [data.get(f"a-{place}-{number}", "")[: MAX_ANSWER * 4].strip() for number in range(ANSWERS)]
    right = data.get(f"right-{place}", "")
    right_place = int(right) if right in ("0", "1", "2", "3") else -1
    return Block(data.get(f"q-{place}", "")[: MAX_QUESTION * 4].strip(), answers, right_place)


def chosen(data: QueryDict, count: int) -> list[int]:
    """The places that were chosen, one for each question; -1 for none and for nonsense."""
    given = [data.get(f"answer-{place}", "") for place in range(count)]
    return [int(each) if each in ("0", "1", "2", "3") else -1 for each in given]
