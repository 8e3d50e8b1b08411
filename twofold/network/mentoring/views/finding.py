"""What one has, offers and wishes; whom one could ask; and asking."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.mentoring import actions, forms, queries
from twofold.network.mentoring.models import MAX_ABOUT, MAX_MESSAGE, Side, State
from twofold.network.mentoring.views.answers import WORK, see
from twofold.people.personas.acting import me


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """What one has with others, what one offers and wishes, and who fits."""
    me(request, only=WORK)
    viewer = request.viewer.itself
    pairs, mine = queries.pairs(viewer), queries.owns(viewer)
    offer, wish = mine.get(Side.OFFER), mine.get(Side.WISH)
    words = {
        "asked": [each for each in pairs if each.waits and not each.asked],
        "waiting": [each for each in pairs if each.waits and each.asked],
        "going": [each for each in pairs if each.open],
        "over": [each for each in pairs if each.mentoring.state == State.CLOSED],
        "offer": offer,
        "wish": wish,
        "busy": sum(each.open and each.is_mentor for each in pairs),
        "mentors": queries.matches(viewer, wish),
        "mentees": queries.matches(viewer, offer),
    }
    return render(request, "mentoring/home.html", words)


@require_safe
def find(request: HttpRequest, network: str, side: str) -> HttpResponse:
    """All who offer it, or wish for it, as far as it is for the viewer."""
    if network != WORK or side not in Side.values:
        raise Absent
    viewer, name = request.viewer.itself, request.GET.get("name", "").strip()[:60]
    page = queries.found(viewer, side, name=name, before=read_cursor(request.GET.get("before")))
    return render(request, "mentoring/find.html", {"page": page, "name": name, "side": side})


@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest, network: str, side: str) -> HttpResponse:
    """What one offers, or wishes for: written, changed, closed."""
    actor = me(request, only=WORK)
    if side not in Side.values:
        raise Absent
    there, wrong = queries.own(request.viewer.itself, side), {}
    if request.method == "POST" and "close" in request.POST:
        actions.close_notice(actor, side=side)
        messages.success(request, _("Closed: nobody finds it any more. What is under way goes on."))
        return see("home")
    values = forms.notice_values(request.POST if request.method == "POST" else None, there)
    if request.method == "POST":
        try:
            actions.keep_notice(actor, side=side, **forms.notice_words(values))
            messages.success(request, _("Kept. Those you chose find it now."))
            return see("home")
        except Refused as refusal:
            wrong = {refusal.field or "form": str(refusal.reason)}
    words = {"side": side, "there": there, "v": values, "e": wrong, "tongues": forms.tongues()}
    context = {**words, "limit": MAX_ABOUT}
    return render(request, "mentoring/mine.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, network: str, notice_id: int) -> HttpResponse:
    """One offer or wish; a POST asks."""
    viewer = request.viewer.itself
    found, problem = queries.notice(viewer, notice_id), ""
    if request.method == "POST":
        try:
            message = request.POST.get("message", "")
            made = actions.ask(me(request, only=WORK), notice=found, message=message)
            messages.success(request, _("Asked. If no answer comes, that is one too: nobody has to say no."))
            return see("mentoring", made.pk)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"notice": found, "problem": problem, "typed": request.POST, "limit": MAX_MESSAGE}
    return render(request, "mentoring/notice.html", words, status=422 if problem else 200)
