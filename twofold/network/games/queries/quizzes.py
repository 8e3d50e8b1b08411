"""Reads of quizzes: one, those of oneself and of friends, and who answered. Each asks the door."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.games.models import Quiz, Sheet
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SHELF = 12
MOST = 200


def _seen(viewer: Viewer) -> QuerySet[Quiz]:
    rows = Quiz.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"))
    return rows.filter(author__state=Persona.State.ACTIVE).select_related("author")


def quiz(viewer: Viewer, quiz_id: int) -> Quiz:
    """One quiz. Absent where there is none, or none for this viewer."""
    found = _quiz(me=viewer.id, home=viewer.home, quiz=quiz_id)
    if not found or viewer.network != Network.SOCIAL:
        raise Absent
    return found[0]


@prepared
def _quiz(me: int, home: str, quiz: int) -> QuerySet[Quiz]:
    return _seen(Viewer(me, home, "")).filter(pk=quiz).select_related("author", "audience")


def quizzes(viewer: Viewer) -> Sequence[Quiz]:
    """The viewer's own and those of friends, the newest first; `answered` says whether they handed in a sheet."""
    return _quizzes(me=viewer.id, home=viewer.home) if viewer else []


@prepared
def _quizzes(me: int, home: str) -> QuerySet[Quiz]:
    friends = Tie.objects.filter(owner=me).values("other")
    mine = Sheet.objects.filter(quiz=OuterRef("pk"), persona=me)
    rows = _seen(Viewer(me, home, "")).filter(Q(author__in=friends) | Q(author=me))
    return rows.annotate(answered=Exists(mine)).order_by("-created_at", "-pk")[:SHELF]


def own_sheet(viewer: Viewer, quiz: Quiz) -> Sheet | None:
    return Sheet.objects.filter(quiz=quiz, persona=viewer.id).first()


def sheets(viewer: Viewer, quiz: Quiz) -> Sequence[Sheet]:
    """Who answered one's own quiz, the latest first; nothing for anybody else."""
    if quiz.author_id != viewer.id:
        return []
    rows = Sheet.objects.filter(AdmitsPersona.to(viewer, at="persona"), quiz=quiz)
    rows = rows.filter(persona__state=Persona.State.ACTIVE).select_related("persona")
    return list(rows.order_by("-handed_in_at", "-pk")[:MOST])
