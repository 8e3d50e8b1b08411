"""What two have together: the answer, what they agree on, goals, and how it ends."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.credentials.signing import token, with_proof, written
from twofold.network.mentoring import actions, forms, queries
from twofold.network.mentoring.models import MAX_TEXT
from twofold.network.mentoring.views.answers import both, see, shown, whole_page


@require_safe
def mentoring(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    _actor, pair = both(request, mentoring_id)
    return whole_page(request, pair)


@require_POST
def answer(request: HttpRequest, network: str, mentoring_id: int, act: str) -> HttpResponse:
    """Yes, a silent no, or one's own request taken back."""
    actor, pair = both(request, mentoring_id)
    try:
        if act == "accept":
            actions.accept(actor, mentoring=pair.mentoring)
            messages.success(request, _("Good. Now agree on what it is to be."))
            return see("mentoring", mentoring_id)
        if act == "decline":
            actions.decline(actor, mentoring=pair.mentoring)
            messages.success(request, _("Declined. Nobody is told."))
        elif act == "withdraw":
            actions.withdraw(actor, mentoring=pair.mentoring)
            messages.success(request, _("Taken back."))
        else:
            raise Absent
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("home")


@require_POST
def terms(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    said = request.POST
    try:
        actions.keep_terms(
            actor,
            mentoring=pair.mentoring,
            topics=said.get("topics", ""),
            rhythm=said.get("rhythm", ""),
            until=forms.day(said.get("until", "")),
        )
    except Refused as refusal:
        return whole_page(request, pair, str(refusal.reason), "terms")
    messages.success(
        request, _("Kept. %(name)s is asked whether it is right so.") % {"name": pair.other.name}
    )
    return see("mentoring", mentoring_id, part="#terms")


@require_POST
def agree(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    try:
        actions.agree(actor, mentoring=pair.mentoring)
    except Refused as refusal:
        return whole_page(request, pair, str(refusal.reason), "agree")
    return see("mentoring", mentoring_id, part="#terms")


@require_POST
def goals(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    try:
        actions.keep_goal(actor, mentoring=pair.mentoring, words=request.POST.get("words", ""))
    except Refused as refusal:
        return whole_page(request, pair, str(refusal.reason), "goals")
    return see("mentoring", mentoring_id, part="#goals")


@require_POST
def goal(request: HttpRequest, network: str, mentoring_id: int, goal_id: int, act: str) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    if act in ("tick", "untick"):
        actions.tick_goal(actor, mentoring=pair.mentoring, goal_id=goal_id, done=act == "tick")
    elif act == "drop":
        actions.drop_goal(actor, mentoring=pair.mentoring, goal_id=goal_id)
    else:
        raise Absent
    return see("mentoring", mentoring_id, part="#goals")


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    """Close it with a few words; or add one's own where the other one closed it."""
    actor, pair = both(request, mentoring_id)
    if pair.waits:
        raise Absent
    problem = ""
    if request.method == "POST":
        try:
            actions.end(actor, mentoring=pair.mentoring, note=request.POST.get("note", ""))
            return see("mentoring", mentoring_id)
        except Refused as refusal:
            problem = str(refusal.reason)
    to_come = sum(each.begins_at > clock.now() for each in queries.entire(pair)[1])
    return shown(request, "end", pair, problem=problem, limit=MAX_TEXT, to_come=to_come)


@require_POST
def sign(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    actions.sign(actor, mentoring=pair.mentoring)
    return see("mentoring", mentoring_id, part="#badge")


@require_safe
def badge(request: HttpRequest, network: str, mentoring_id: int, form: str) -> HttpResponse:
    """One's own badge, signed: to keep, and to show elsewhere."""
    _actor, pair = both(request, mentoring_id)
    document = queries.badge(request.viewer.itself, pair)
    if form == "jwt":
        answer = HttpResponse(token(document), content_type="application/vc+jwt")
    elif form == "json":
        answer = HttpResponse(written(with_proof(document)), content_type="application/vc")
    else:
        raise Absent
    answer.headers["Content-Disposition"] = f'attachment; filename="badge.{form}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
