"""Questions and what was said to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.advice.models import Answer, Asked, Field, Following, Helpful, Question, QuestionSkill
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_ids, personas_admitted_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 20
TABS = ("new", "open", "mine", "yours", "followed")
_MOST_WORDS = 6
Skills = Iterable[tuple[str, int | None]]


@dataclass(frozen=True)
class Asking:
    """Which questions an address asks for: `tab` one of `TABS` ("yours": on skills of one's own), words, a field."""

    tab: str = "new"
    field: str = ""
    text: str = ""

    @property
    def words(self) -> list[str]:
        return folded(self.text).split()[:_MOST_WORDS]


@dataclass(frozen=True)
class Line:
    """A question in a list; `answers` are those that the viewer sees, `settled` whether one of them was accepted."""

    question: Question
    skills: Sequence[str]
    answers: int
    settled: bool


@dataclass(frozen=True)
class Said:
    """An answer as it is shown: how many found it helpful, of those the viewer may come across."""

    answer: Answer
    helpful: int
    mine: bool
    accepted: bool


@dataclass(frozen=True)
class Thread:
    question: Question
    skills: Sequence[QuestionSkill]
    answers: Sequence[Said]
    follows: bool


def questions(
    viewer: Viewer, asked: Asking, skills: Skills = (), before: str | None = None, size: int = SIZE
) -> Page[Question]:
    """The questions that the viewer may see, the latest first. `skills` are the viewer's own: look and term of each."""
    rows: QuerySet[Question] = Question.objects.visible_to(viewer)
    if asked.field in Field.values:
        rows = rows.filter(field=asked.field)
    for word in asked.words:
        rows = rows.filter(words__contains=word)
    rows = _of_tab(rows, viewer, asked.tab, skills)
    position = read_cursor(before)
    if position is not None:
        rows = rows.filter(position__lt=position)
    found = list(rows.select_related("author").defer("text", "words").order_by("-position")[: size + 1])
    return cut(found, size, lambda each: each.position)


def _of_tab(rows: QuerySet[Question], viewer: Viewer, tab: str, skills: Skills) -> QuerySet[Question]:
    if tab == "open":
        return rows.filter(accepted=None)
    if tab == "mine":
        return rows.filter(author=viewer.id)
    if tab == "followed":
        followed = Following.objects.filter(persona=viewer.id).values("question")
        return rows.filter(pk__in=followed).exclude(author=viewer.id)
    if tab == "yours":
        mine = list(skills)
        looks, terms = [look for look, _term in mine], [term for _look, term in mine if term]
        asked = QuestionSkill.objects.filter(Q(folded__in=looks) | Q(term__in=terms)).values("question")
        return rows.filter(pk__in=asked, accepted=None).exclude(author=viewer.id)
    return rows


def lines(viewer: Viewer, found: Sequence[Question]) -> list[Line]:
    """Two queries."""
    ids = [each.pk for each in found]
    seen = Answer.objects.visible_to(viewer).filter(question__in=ids).order_by().values_list("question")
    best = Count("pk", filter=Q(pk=F("question__accepted")))
    counts = {pk: (said, good) for pk, said, good in seen.annotate(said=Count("pk"), best=best)}
    named: dict[int, list[str]] = {}
    for pk, name in (
        QuestionSkill.objects.filter(question__in=ids).order_by("pk").values_list("question", "name")
    ):
        named.setdefault(pk, []).append(name)
    return [
        Line(
            each, named.get(each.pk, ()), counts.get(each.pk, (0, 0))[0], bool(counts.get(each.pk, (0, 0))[1])
        )
        for each in found
    ]


def question(viewer: Viewer, question_id: int) -> Question:
    rows = Question.objects.visible_to(viewer).filter(pk=question_id)
    found = rows.select_related("author", "audience").first()
    if found is None:
        raise Absent
    return found


def own_question(viewer: Viewer, question_id: int) -> Question:
    found = question(viewer, question_id)
    if found.author_id != viewer.id:
        raise Absent
    return found


def thread(viewer: Viewer, question_id: int) -> Thread:
    """A question with all that the viewer may read of what was said: the accepted answer first, then the helpful."""
    found = question(viewer, question_id)
    rows = Answer.objects.visible_to(viewer).filter(question=found).select_related("author")
    answers = list(rows.order_by("at", "pk"))
    ids = [each.pk for each in answers]
    marks = Helpful.objects.filter(AdmitsPersona.to(viewer, at="persona"), answer__in=ids)
    counts = dict(marks.order_by().values_list("answer").annotate(number=Count("persona")))
    mine = set(Helpful.objects.filter(persona=viewer.id, answer__in=ids).values_list("answer", flat=True))
    said = [
        Said(each, counts.get(each.pk, 0), each.pk in mine, each.pk == found.accepted_id) for each in answers
    ]
    said.sort(key=lambda each: (not each.accepted, -each.helpful))
    return Thread(
        found,
        list(QuestionSkill.objects.filter(question=found).order_by("pk")),
        said,
        bool(viewer) and Following.objects.filter(question=found, persona=viewer.id).exists(),
    )


def answer(viewer: Viewer, answer_id: int) -> Answer:
    """An answer that the viewer may read, to a question that they may read."""
    rows = Answer.objects.visible_to(viewer).filter(pk=answer_id)
    found = rows.select_related("author", "question", "question__author").first()
    if found is None or not Question.objects.visible_to(viewer).filter(pk=found.question_id).exists():
        raise Absent
    return found


def own_answer(viewer: Viewer, answer_id: int) -> Answer:
    """Also where its author may no longer read the question: what one said is one's own to change and take back."""
    rows = Answer.objects.visible_to(viewer).filter(pk=answer_id, author=viewer.id)
    found = rows.select_related("question").first()
    if found is None:
        raise Absent
    return found


def asked_of(viewer: Viewer, of: Question) -> list[Persona]:
    """Whom the viewer, its author, asked for an answer."""
    rows = Asked.objects.filter(question=of, question__author=viewer.id)
    return list(by_ids(viewer, rows.values_list("persona", flat=True)).values())


def who_may_see(of: Question, ids: Sequence[int]) -> set[int]:
    """Those of `ids` who may see a question that `thread` gave."""
    return set(personas_admitted_to(of).filter(pk__in=ids).values_list("pk", flat=True))


def answers_of(viewer: Viewer, of: Question) -> set[int]:
    """The ids of those who answered, as far as the viewer sees it."""
    rows = Answer.objects.visible_to(viewer).filter(question=of)
    return set(rows.values_list("author", flat=True))


def followers_of(answer_id: int) -> set[int]:
    """The ids of those who are to be told of an answer, and may read it: for telling them, never for showing."""
    given = Answer.objects.filter(pk=answer_id, live=True).select_related("question").first()
    if given is None:
        return set()
    follow = Following.objects.filter(question=given.question_id).values("persona")
    seen = personas_admitted_to(given).filter(pk__in=follow)
    asks = personas_admitted_to(given.question).filter(pk__in=follow)
    return set(seen.values_list("pk", flat=True)) & set(asks.values_list("pk", flat=True))


def guarded_authors() -> list[int]:
    """The ids of all who keep a question from their employer: for whoever keeps their shields, never for showing."""
    return list(Question.objects.filter(guarded=True).values_list("author", flat=True).distinct())
