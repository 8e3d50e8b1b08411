"""Introductions: asking for one, passing one on, and answering. Each page shows the viewer's own hop and no other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.people.audiences.queries import by_handle
from twofold.people.graph import actions, queries
from twofold.people.graph.models import Hop
from twofold.people.graph.views.answering import frame, known
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona

_LISTS = {"waiting": queries.waiting, "received": queries.received, "asked": queries.asked}


@require_GET
def introductions(request: HttpRequest, network: Network, which: str = "waiting") -> HttpResponse:
    """Letters in the viewer's hands, introductions to them, and what they asked."""
    me(request)
    if which not in _LISTS:
        raise Absent
    page = _LISTS[which](request.viewer, before=request.GET.get("before"))
    context = {"which": which, "page": page, **frame(request.viewer)}
    return render(request, "graph/introductions.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    """Choose whom to ask for an introduction to somebody, and write to them."""
    actor, target = me(request), by_handle(request.viewer, network, handle)
    hands = queries.first_hands(request.viewer, target)
    # Where the way here knows what it is about, the words begin with that.
    typed = {name: (request.POST or request.GET).get(name, "")[:5_000] for name in ("words", "note")}
    typed["middle"] = request.POST.get("middle") or request.GET.get("through", "")
    if request.method == "GET":
        return _ask_form(request, target, hands, typed)
    try:
        middle = _chosen(hands, typed["middle"])
        words, note = typed["words"], typed["note"]
        actions.ask_introduction(actor, target=target, middle=middle, words=words, note=note)
    except Refused as refusal:
        return _ask_form(request, target, hands, typed, {refusal.field or "form": refusal.reason})
    messages.success(request, _("%(name)s has your letter.") % {"name": middle.name})
    return see(reverse("graph:introductions_of", args=[network, "asked"]))


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, network: Network, hop_id: int) -> HttpResponse:
    """A letter in the viewer's hands; a POST passes it on."""
    actor, hop = me(request), queries.letter(request.viewer, hop_id)
    hands = {} if hop.last else queries.next_hands(request.viewer, hop)
    typed = {"words": request.POST.get("words", "")[:5_000], "to": request.POST.get("to", "")}
    if request.method == "GET":
        return _letter_page(request, hop, hands, typed)
    try:
        to = _chosen(hands, typed["to"])
        actions.pass_on(actor, hop_id=hop_id, to=to, words=typed["words"])
    except Refused as refusal:
        return _letter_page(request, hop, hands, typed, {refusal.field or "form": refusal.reason})
    messages.success(
        request, _("Passed on to %(name)s. What comes of it is between others now.") % {"name": to.name}
    )
    return see(reverse("graph:introductions", args=[network]))


@require_POST
def answer(request: HttpRequest, network: Network, hop_id: int, act: str) -> HttpResponse:
    """Connect, put a letter away, or take back what one asked."""
    actor = me(request)
    if act == "connect":
        other = actions.connect_through(actor, hop_id=hop_id)
        messages.success(request, _("You and %(name)s are connected.") % {"name": other.name})
        return see(reverse("web:profile", args=[network, other.handle]))
    if act == "put-away":
        actions.let_lapse(actor, hop_id=hop_id)
        messages.success(request, _("Put away. Nobody is told."))
        return see(reverse("graph:introductions", args=[network]))
    if act == "take-back":
        actions.take_back_introduction(actor, hop_id=hop_id)
        messages.success(request, _("Taken back."))
        return see(reverse("graph:introductions_of", args=[network, "asked"]))
    raise Absent


def _chosen(hands: dict[int, Persona], choice: str) -> Persona:
    """Whom the form names. Refused where it names nobody, or somebody whom it did not offer."""
    try:
        return hands[decode(choice)]
    except (ValueError, KeyError):
        raise Refused(_("Choose who shall have it."), field="hand") from None


def _ask_form(request: HttpRequest, target: Persona, hands, typed, problems=None) -> HttpResponse:
    context = {
        "persona": target,
        "hands": list(hands.values()),
        "asked": queries.asked_of(request.viewer, target),
        "typed": typed,
        "problems": problems or {},
        **known(request.viewer, [target, *hands.values()]),
        **frame(request.viewer),
    }
    return render(request, "graph/ask_introduction.html", context, status=422 if problems else 200)


def _letter_page(request: HttpRequest, hop: Hop, hands, typed, problems=None) -> HttpResponse:
    context = {
        "hop": hop,
        "hands": list(hands.values()),
        "typed": typed,
        "problems": problems or {},
        **known(request.viewer, [hop.giver, *hands.values()]),
        **frame(request.viewer),
    }
    return render(request, "graph/letter.html", context, status=422 if problems else 200)
