"""Questions as they are found, asked and read: composed of questions, one's own skills, and who else has those."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.care.privacy.actions import ask_guarded
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.advice import actions, queries
from twofold.network.advice.drawing import plain
from twofold.network.advice.forms import QuestionForm
from twofold.network.advice.models import Field, Question
from twofold.network.advice.queries import Asking, Thread
from twofold.network.advice.views.answers import form_page, here, me, see
from twofold.network.endorsements.queries import Expert, experts, own_names
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Questions that suit what stands in the address."""
    here(network)
    viewer, said = request.viewer.itself, request.GET
    tab, field = said.get("tab", ""), said.get("field", "")
    asked = Asking(
        tab if viewer and tab in queries.TABS else "new",
        field if field in Field.values else "",
        said.get("q", "")[:120].strip(),
    )
    mine = [(look, term) for _name, look, term in own_names(viewer)] if asked.tab == "yours" else []
    page = queries.questions(viewer, asked, mine, said.get("before"))
    words = {
        "asked": asked,
        "page": page,
        "lines": queries.lines(viewer, page.rows),
        "counts": queries.field_counts(viewer),
    }
    return render(request, "web/advice.html", words)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    start = {"title": request.GET.get("title", "")[:160], "field": request.GET.get("field", "")}
    form = QuestionForm(request.POST) if request.method == "POST" else QuestionForm(initial=start)
    if form.is_bound and form.is_valid():
        try:
            made = _ask(actor, form.fields_for_action())
            messages.success(request, _("Asked. You are told as soon as somebody answers."))
            return see("web:question", made.pk)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return form_page(request, "advice/ask.html", form)


def _ask(actor: Persona, said: dict[str, Any]) -> Question:
    guarded = said.pop("guarded")
    return ask_guarded(actor, **said) if guarded else actions.ask(actor, **said)


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, network: str, question_id: int) -> HttpResponse:
    """A question with what was said to it; a POST says something more."""
    here(network)
    problem, viewer = "", request.viewer.itself
    if request.method == "POST":
        try:
            said = request.POST.get("text", "")
            given = actions.answer(me(request), question_id=question_id, text=said)
            messages.success(request, _("Said. Whoever asked is told."))
            return see("web:question", question_id, at=f"#a-{encode(given.pk)}")
        except Refused as refusal:
            problem = str(refusal.reason)
    found = queries.thread(viewer, question_id)
    words = {
        "thread": found,
        "text": plain(found.question.text),
        "answers": [(each, plain(each.answer.text)) for each in found.answers],
        "typed": request.POST.get("text", ""),
        "problem": problem,
        **_those_who_know(viewer, found),
    }
    return render(request, "web/question.html", words, status=422 if problem else 200)


def _those_who_know(viewer: Viewer, found: Thread) -> dict[str, Any]:
    """For whoever asked: who might answer, and who of them was asked."""
    if found.question.author_id != viewer.id or not viewer:
        return {"experts": [], "asked": []}
    asked = queries.asked_of(viewer, found.question)
    said = {each.answer.author_id for each in found.answers} | {each.pk for each in asked}
    names = [(each.folded, each.term_id) for each in found.skills]
    those: list[Expert] = experts(viewer, names, but=said | {viewer.id}) if names else []
    seen = queries.who_may_see(found.question, [each.persona.pk for each in those])
    return {"experts": [each for each in those if each.persona.pk in seen][:5], "asked": asked}
