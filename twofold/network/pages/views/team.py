"""Who runs a page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.pages import actions, queries
from twofold.network.pages.models import RoleKind
from twofold.network.pages.views.answers import desk, run, see
from twofold.people.audiences.queries import by_handle, by_handles
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Those who run the page; a POST offers a role to somebody."""
    actor, page, role = run(request, network, handle)
    viewer, problem = request.viewer.itself, ""
    if request.method == "POST":
        try:
            wanted = request.POST.get("handle", "").strip().lstrip("@")[:60]
            person = by_handles(viewer, network, [wanted]).get(wanted)
            if person is None:
                raise Refused(_("Nobody has this handle here. Look at their profile; it stands there."))
            actions.offer_role(actor, page=page, persona=person, kind=_kind(request))
            messages.success(request, _("Offered to %(name)s.") % {"name": person.name})
            return see("pages:team", page)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {
        "team": queries.team(viewer, page),
        "wishes": queries.wishes(viewer, page),
        "deeds": queries.deeds(viewer, page),
        "kinds": RoleKind.choices,
        "problem": problem,
        "typed": request.POST.get("handle", "")[:60],
    }
    return desk(request, "team", page, role, tab="team", status=422 if problem else 200, **words)


def _kind(request: HttpRequest) -> str:
    kind = request.POST.get("kind", "")
    if kind not in RoleKind.values:
        raise Refused(_("Choose what they are to do."))
    return kind


@require_POST
def change(request: HttpRequest, network: str, handle: str, role_id: int, act: str) -> HttpResponse:
    actor, page, _role = run(request, network, handle)
    try:
        _change(request, actor, page, role_id, act)
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    still = queries.role_of(request.viewer.itself, page)  # type: ignore[attr-defined]
    return see("pages:team", page) if still else see("web:profile", page)


def _change(request: HttpRequest, actor: Persona, page: Persona, role_id: int, act: str) -> None:
    if act == "change":
        actions.change_role(actor, page=page, role_id=role_id, kind=_kind(request))
    elif act == "take":
        actions.take_role(actor, page=page, role_id=role_id)
    elif act == "aside":
        actions.drop_wish(actor, page=page, wish_id=role_id)
    else:
        raise Absent


@require_POST
def answer(request: HttpRequest, network: str, handle: str, said: str) -> HttpResponse:
    """Yes or no to a role that was offered, or a wish to help."""
    actor, page = me(request), by_handle(request.viewer, network, handle)
    if said == "yes":
        actions.accept_role(actor, page=page)
        return see("pages:team", page)
    if said == "no":
        actions.decline_role(actor, page=page)
        return HttpResponseRedirect(reverse("pages:home", args=[network]), status=303)
    if said == "wish":
        actions.wish_to_help(actor, page=page, note_=request.POST.get("note", ""))
        messages.success(
            request, _("Those who own the page can read it. Whether they answer is theirs to say.")
        )
        return see("web:profile", page)
    raise Absent
