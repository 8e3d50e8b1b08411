"""What is done to a question and to an answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.advice import actions, queries
from twofold.network.advice.forms import QuestionForm
from twofold.network.advice.models import Answer
from twofold.network.advice.views.answers import form_page, me, see
from twofold.people.audiences.queries import by_handle


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, question_id: int) -> HttpResponse:
    actor, viewer = me(request), request.viewer.itself
    found = queries.own_question(viewer, question_id)
    skills = [each.name for each in queries.thread(viewer, question_id).skills]
    form = QuestionForm(request.POST) if request.method == "POST" else QuestionForm.of(found, skills)
    if form.is_bound and form.is_valid():
        said = form.fields_for_action()
        try:
            kept = {name: said[name] for name in ("field", "title", "text", "skills")}
            actions.edit_question(actor, question_id=question_id, **kept)
            messages.success(request, _("Kept."))
            return see("web:question", question_id)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return form_page(request, "advice/edit.html", form, question=found)


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, network: str, question_id: int) -> HttpResponse:
    """Ask once, then take it back with all that was said."""
    actor, viewer = me(request), request.viewer.itself
    found = queries.own_question(viewer, question_id)
    if request.method == "GET":
        said = len(queries.answers_of(viewer, found) - {actor.pk})
        return render(request, "advice/drop.html", {"question": found, "said": said})
    actions.drop_question(actor, question_id=question_id)
    messages.success(request, _("Your question is gone, with all that was said to it."))
    return see("web:advice")


@require_POST
def follow(request: HttpRequest, network: str, question_id: int) -> HttpResponse:
    follows = request.POST.get("act") != "stop"
    actions.follow(me(request), question_id=question_id, follows=follows)
    messages.success(
        request, _("You are told of answers.") if follows else _("You are not told of answers any more.")
    )
    return see("web:question", question_id)


@require_POST
def invite(request: HttpRequest, network: str, question_id: int) -> HttpResponse:
    """Ask somebody for an answer."""
    actor = me(request)
    whom = by_handle(request.viewer.itself, network, request.POST.get("whom", "")[:60])
    try:
        actions.ask_somebody(actor, question_id=question_id, persona=whom)
        messages.success(request, _("%(name)s is asked for an answer.") % {"name": whom.name})
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("web:question", question_id)


def _there(given: Answer) -> HttpResponse:
    return see("web:question", given.question_id, at=f"#a-{encode(given.pk)}")


@require_http_methods(["GET", "POST"])
def edit_answer(request: HttpRequest, network: str, answer_id: int) -> HttpResponse:
    actor, given, problem = me(request), queries.own_answer(request.viewer.itself, answer_id), ""
    text = request.POST.get("text", given.text)
    if request.method == "POST":
        try:
            actions.edit_answer(actor, answer_id=answer_id, text=text)
            messages.success(request, _("Kept."))
            return _there(given)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"answer": given, "text": text, "problem": problem}
    return render(request, "advice/edit_answer.html", words, status=422 if problem else 200)


@require_POST
def act(request: HttpRequest, network: str, answer_id: int, act: str) -> HttpResponse:
    """Find it helpful or not, accept it or not, take it back."""
    actor = me(request)
    if act == "drop":
        gone = actions.drop_answer(actor, answer_id=answer_id)
        messages.success(request, _("Your answer is gone."))
        return see("web:question", gone.question_id)
    try:
        if act in ("helpful", "unhelpful"):
            return _there(actions.find_helpful(actor, answer_id=answer_id, helpful=act == "helpful"))
        if act in ("accept", "unaccept"):
            return _there(actions.accept(actor, answer_id=answer_id, accepted=act == "accept"))
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
        return _there(queries.answer(request.viewer.itself, answer_id))
    raise Absent
