"""Quizzes: made, answered, looked at afterwards."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.games import actions, forms, policies, queries
from twofold.network.games.forms import QuizForm
from twofold.network.games.models import MAX_ANSWER, MAX_QUESTION, MAX_QUESTIONS, MAX_TITLE, Quiz
from twofold.network.games.views.answers import home_at, me
from twofold.network.posts.views.desk import intend, laid_out
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.models import Network, Persona


def quiz_at(quiz_id: int) -> str:
    return reverse("games:quiz", args=[Network.SOCIAL.value, quiz_id])


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    form = forms.read_quiz(request.POST) if request.method == "POST" else QuizForm()
    if request.method == "POST":
        try:
            if made := _made(request, actor, form):
                messages.success(request, _("Your quiz is there. Those you chose find it among their games."))
                return see(quiz_at(made.pk))
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form)


def _made(request: HttpRequest, actor: Persona, form: QuizForm) -> Quiz | None:
    """The quiz, where the pressed button says that it is ready."""
    made, intent = form.made, request.POST.get("intent", "")
    goes_on = intent in ("more", "people") or made.name or made.except_name
    intend(actor, made, "people" if goes_on else "check")
    if goes_on:
        return None
    return actions.make_quiz(actor, title=form.title, asked=form.asked, spec=made.spec, once=made.once)


def _form(request: HttpRequest, form: QuizForm) -> HttpResponse:
    try:
        summary = audience_summary(request.viewer, form.made.spec)
    except Refused:
        summary = None
    context = {
        **laid_out(request, form.made),
        "form": form,
        "summary": summary,
        "room": len(form.blocks) < MAX_QUESTIONS,
        "most": {"title": MAX_TITLE, "question": MAX_QUESTION, "answer": MAX_ANSWER},
    }
    return render(request, "games/quiz_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def quiz(request: HttpRequest, network: str, quiz_id: int) -> HttpResponse:
    """Answer it, once; afterwards, and for its author, what was right."""
    actor, found = me(request), queries.quiz(request.viewer, quiz_id)
    questions, chosen, problem = list(found.questions.all()), [], ""
    if request.method == "POST":
        chosen = forms.chosen(request.POST, len(questions))
        try:
            actions.hand_in(actor, quiz_id=found.pk, chosen=chosen)
            return see(quiz_at(found.pk))
        except Refused as refusal:
            problem = str(refusal.reason)
    sheet = queries.own_sheet(request.viewer, found)
    places = sheet.places if sheet else chosen or [-1] * len(questions)
    context = {
        "quiz": found,
        "lines": list(zip(questions, places, strict=True)),
        "sheet": sheet,
        "own": found.author_id == actor.pk,
        "sheets": queries.sheets(request.viewer, found),
        "problem": problem,
    }
    return render(request, "games/quiz.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, network: str, quiz_id: int) -> HttpResponse:
    """Ask once, then take it away."""
    actor, found = me(request), queries.quiz(request.viewer, quiz_id)
    policies.check_own(actor, found)
    if request.method == "GET":
        return render(request, "games/quiz_delete.html", {"quiz": found})
    actions.drop_quiz(actor, quiz_id=found.pk)
    messages.success(request, _("The quiz is gone, with its answers."))
    return see(home_at())
