"""One conversation: reading it, writing into it, beginning it."""

from secrets import token_urlsafe

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.passing import in_passing
from twofold.foundation.kit.permissions import LISTENING
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.media.actions import take_in
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import MAX_NAME, MAX_TEXT, Membership, Message
from twofold.network.messaging.policies import check_waiting, check_words, is_picture
from twofold.network.messaging.views.answers import names_in, talk_at
from twofold.network.messaging.views.later import due_in
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries.naming import somebody
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


@require_http_methods(["GET", "POST"])
def talk(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """Read what was said, which then is read; or send something."""
    actor = me(request)
    if request.method == "POST":
        return _send(request, actor, conversation_id)
    found = queries.talk(
        request.viewer,
        conversation_id,
        before=read_cursor(request.GET.get("before")),
        around=read_cursor(request.GET.get("at")),
    )
    if found.taken_up and request.method == "GET" and not request.GET.get("before"):
        with in_passing():
            actions.read(actor, mine=found.mine)
    return _shown(request, found)


def _send(request: HttpRequest, actor: Persona, conversation_id: int) -> HttpResponse:
    mine = queries.membership(request.viewer, conversation_id)
    try:
        if request.POST.get("due"):
            return _later(request, actor, conversation_id)
        sent = _sent(request, actor, mine)
    except Refused as refusal:
        if request.htmx:
            return HttpResponse(str(refusal.reason), status=422, content_type="text/plain; charset=utf-8")
        found = queries.talk(request.viewer, conversation_id)
        return _shown(
            request, found, typed=request.POST.get("text", ""), error=str(refusal.reason), status=422
        )
    if request.htmx:
        return _lines(request, queries.newer(request.viewer, conversation_id, sent.position))
    return see(f"{talk_at(network_of(request), conversation_id)}#end")


def _later(request: HttpRequest, actor: Persona, conversation_id: int) -> HttpResponse:
    """Send these words by themselves at the time that was chosen."""
    if any(request.FILES.values()):
        raise Refused(_("Only words can be sent later. Send pictures and files now."), field="due")
    due = due_in(actor, request.POST.get("due", ""))
    actions.send_later(
        actor,
        conversation_id=conversation_id,
        text=request.POST.get("text", ""),
        due=due,
        reply_to=_id(request.POST.get("reply", "")),
    )
    messages.success(request, _("It is sent by itself at the time you chose."))
    return see(f"{talk_at(actor.network, conversation_id)}#end")


def _sent(request: HttpRequest, actor: Persona, mine: Membership) -> Message:
    """What this form sent: now, or the first time it came. Files are taken in only when they may lie there."""
    once = request.POST.get("once", "")[:60]
    made = queries.submitted(actor, once)
    if made:
        return made
    pictures, given = _given(request)
    if (pictures or given) and queries.waits(mine):
        check_waiting(0, len(pictures) + len(given))
    check_words("…", len(pictures), len(given))
    laid: list[actions.Laid] = []
    try:
        laid += (actions.lay(actor, upload=each, voice=voice) for each, voice in given)
        return actions.send(
            actor,
            conversation=mine.conversation,
            text=request.POST.get("text", ""),
            pictures=[take_in(actor, upload=each) for each in pictures],
            files=laid,
            reply_to=_id(request.POST.get("reply", "")),
            once=once,
        )
    except BaseException:
        actions.unlay(laid)
        raise


def _given(request: HttpRequest) -> tuple[list[UploadedFile], list[tuple[UploadedFile, bool]]]:
    """The pictures of the form, whichever way they came, and the other files, each with whether it is a voice note."""
    pictures, files = request.FILES.getlist("pictures"), []
    for each in request.FILES.getlist("files"):
        head = each.read(4096)
        each.seek(0)
        pictures.append(each) if is_picture(head) else files.append((each, False))
    return pictures, files + [(each, True) for each in request.FILES.getlist("voice")]


@require_safe
def newer(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """The lines from a position on, for a page that is open: what they show is read."""
    actor = me(request)
    since = read_cursor(request.GET.get("since")) or 0
    found = queries.newer(request.viewer, conversation_id, since)
    if found.taken_up and request.GET.get("looking") == "yes":
        actions.read(actor, mine=found.mine)
    return _lines(request, found)


@require_POST
def keep(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """Keep what is half written, as script sends it while one types."""
    actions.keep_draft(me(request), conversation_id=conversation_id, text=request.POST.get("text", ""))
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    """To the conversation with somebody, begun if there is none."""
    actor = me(request)
    other = by_handle(request.viewer, network, handle)
    found = queries.pair_with(request.viewer, other)
    if request.method == "POST" or found:
        return see(talk_at(network, actions.open_pair(actor, other=other).pk))
    context = {"other": other, "chance": queries.chance(request.viewer, other)}
    return render(request, "messaging/begin.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: Network) -> HttpResponse:
    """Choose whom to write to: one person by name or handle, or several as a group."""
    actor = me(request)
    context = {
        "most_name": MAX_NAME,
        "typed": request.POST,
        "errors": {},
    }
    if request.method == "GET":
        return render(request, "messaging/new.html", context)
    try:
        people = [somebody(request.viewer, each) for each in names_in(request.POST.get("people", ""))]
        if len(people) == 1 and not request.POST.get("name", "").strip():
            return see(talk_at(network, actions.open_pair(actor, other=people[0]).pk))
        if not people:
            raise Refused(_("Name whom you want to write to."), field="people")
        made = actions.begin_group(actor, name=request.POST.get("name", ""), people=people)
    except Refused as refusal:
        field = "name" if refusal.field == "name" else "people"
        return render(
            request, "messaging/new.html", {**context, "errors": {field: refusal.reason}}, status=422
        )
    return see(talk_at(network, made.pk))


def _shown(
    request: HttpRequest, found: queries.Talk, *, typed: str | None = None, error: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "talk": found,
        "typed": found.mine.draft if typed is None else typed,
        "error": error,
        "once": token_urlsafe(18),
        "limit": MAX_TEXT,
        "due": request.POST.get("due", ""),
        "zone": me(request).time_zone,
        "laters": queries.laters_in(request.viewer, found.conversation.pk),
        "reply": queries.answered(request.viewer, found.conversation.pk, _id(_asked(request, "reply"))),
        "earlier": bool(request.GET.get("before") or request.GET.get("at")),
    }
    answer = render(request, "messaging/talk.html", context, status=status)
    answer.headers["Permissions-Policy"] = LISTENING
    return answer


def _lines(request: HttpRequest, found: queries.Talk) -> HttpResponse:
    return render(request, "messaging/_lines.html", {"talk": found})


def _id(text: str) -> int | None:
    try:
        return decode(text) if text else None
    except ValueError:
        return None


def _asked(request: HttpRequest, name: str) -> str:
    """What the form sends along, else the address: what was an answer stays one when it is sent again."""
    return request.POST.get(name, "") or request.GET.get(name, "")


def network_of(request: HttpRequest) -> str:
    return request.viewer.network  # type: ignore[attr-defined]
