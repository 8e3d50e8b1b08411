"""Who is in a conversation: their page, and the names that are offered while one writes."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import MAX_NAME
from twofold.network.messaging.policies import VANISHING, check_group
from twofold.network.messaging.views.answers import names_in
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries.naming import somebody, ties_begun
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """Who is in a conversation, what it is called, and how long its messages last."""
    actor = me(request)
    talk = queries.with_people(request.viewer, conversation_id)
    error, status = "", 200
    if request.method == "POST":
        try:
            _change(request, actor, talk)
            return see(request.path)
        except Refused as refusal:
            error, status = str(refusal.reason), 403 if refusal.forbidden else 422
    context = {
        "talk": talk,
        "error": error,
        "typed": request.POST,
        "vanishing": VANISHING,
        "most_name": MAX_NAME,
    }
    return render(request, "messaging/people.html", context, status=status)


def _change(request: HttpRequest, actor: Persona, talk: queries.Talk) -> None:
    what, given, number = request.POST.get("what", ""), request.POST, talk.conversation.pk
    if what == "vanish":
        after = given.get("after", "")
        actions.vanish(
            actor, conversation_id=number, after=int(after) if after.isascii() and after.isdigit() else None
        )
        return
    check_group(talk.conversation)
    if what == "rename":
        actions.rename(actor, conversation_id=number, name=given.get("name", ""))
    elif what == "add":
        found = [somebody(request.viewer, each) for each in names_in(given.get("people", ""))]  # type: ignore[attr-defined]
        actions.add(actor, conversation_id=number, people=found)
    elif what in ("appoint", "dismiss"):
        actions.appoint(
            actor, conversation_id=number, persona_id=_member(request).pk, admin=what == "appoint"
        )
    elif what == "remove":
        actions.remove(actor, conversation_id=number, persona=_member(request))


def _member(request: HttpRequest) -> Persona:
    try:
        number = decode(request.POST.get("member", ""))
    except ValueError:
        raise Absent from None
    found = by_ids(request.viewer, [number]).get(number)  # type: ignore[attr-defined]
    if found is None:
        raise Absent
    return found


@require_safe
def names(request: HttpRequest, network: Network, conversation_id: int) -> JsonResponse:
    """`{"options": [{"value", "note", "picture"}]}`: people whose name begins so, `note` being what is written."""
    me(request)
    found = queries.names_begun(request.viewer, conversation_id, request.GET.get("q", "")[:40])  # type: ignore[attr-defined]
    return JsonResponse({"options": [_offer(each) for each in found]})


@require_safe
def ties(request: HttpRequest, network: Network) -> JsonResponse:
    """The same of those one may write to at once, as a field of several people takes them: by handle."""
    me(request)
    found = ties_begun(request.viewer, request.GET.get("q", "")[:40])  # type: ignore[attr-defined]
    offers = [_offer(each) for each in found]
    return JsonResponse(
        {"options": [each | {"value": each["note"], "note": each["value"]} for each in offers]}
    )


def _offer(person: Persona) -> dict[str, str]:
    picture = f"/media/p/{person.picture}-small.webp" if person.picture else ""
    return {"value": person.name, "note": f"@{person.handle}", "picture": picture}
