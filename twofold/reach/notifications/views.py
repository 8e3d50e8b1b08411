from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.passing import in_passing
from twofold.people.graph.queries import relations
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona
from twofold.reach.notifications import actions, queries
from twofold.reach.notifications.glyphs import GLYPHS
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.queries import ADVICE, EVENTS, GAMES, MENTORING, PROJECTS, Told
from twofold.reach.notifications.sentences import sentence


@require_GET
def inbox(request: HttpRequest, network: str) -> HttpResponse:
    me(request)
    tab = request.GET.get("tab", "all")
    tab = tab if tab in queries.TABS else "all"
    page = queries.inbox(request.viewer, request.GET.get("before"), tab=tab)
    asking = [told.actors[0].pk for told in page if told.kind == Kind.TIE_REQUEST and told.actors]
    context = {
        "page": page,
        "tab": tab,
        "lines": [(told, sentence(told, network)) for told in page],
        "relations": relations(request.viewer, asking),
        "glyphs": GLYPHS,
    }
    return render(request, "notifications/inbox.html", context)


@require_POST
def read(request: HttpRequest, network: str) -> HttpResponse:
    """Mark all, or one bundle, as read."""
    actions.mark_read(me(request), bundle=request.POST.get("bundle", ""))
    response = redirect("notifications:inbox", network)
    response.status_code = 303
    return response


@require_GET
def follow(request: HttpRequest, network: str, bundle: str) -> HttpResponse:
    """Go to what a notification is about; it counts as read then."""
    receiver = me(request)
    told = queries.one(request.viewer, bundle)
    with in_passing():
        actions.mark_read(receiver, bundle=bundle)
    return redirect(_place(told, network, receiver))


# Where one reads more of what others say of one's work, and where one answers to what concerns pictures.
_DESKS = {
    Kind.ENDORSED: ("endorsements:desk", ""),
    Kind.GROUND_ASKED: ("endorsements:desk", "#waiting"),
    Kind.GROUND_AGREED: ("endorsements:given", ""),
    Kind.REC_ASKED: ("recommendations:desk", "?tab=requests"),
    Kind.REC_SENT: ("recommendations:desk", ""),
    Kind.REC_RETURNED: ("recommendations:desk", "?tab=given"),
    Kind.REC_SHOWN: ("recommendations:desk", "?tab=given"),
    Kind.TAG_ASKED: ("web:photos_of_me", ""),
    Kind.ALBUM_ASKED: ("web:photos", ""),
    Kind.ROLE_OFFERED: ("pages:home", ""),
    Kind.PART_ASKED: ("profiles:parts", ""),
    Kind.JOB_APPLIED: ("jobs:hiring", ""),
    Kind.JOB_DUE: ("jobs:mine", ""),
    Kind.JOB_FOUND: ("jobs:mine", "#searches"),
    Kind.HOUR_FREED: ("advice:hours", ""),
    Kind.HOUR_OFF: ("advice:hours", ""),
    Kind.CARD_GIVEN: ("cards:desk", "#kept"),
    Kind.KIN_ASKED: ("kin:family", ""),
    Kind.KIN_AGREED: ("kin:family", ""),
    Kind.WISHED: ("kin:card", ""),
    Kind.REPORT_IN: ("moderation:desk", ""),
    Kind.REPORT_DONE: ("moderation:mine", ""),
    Kind.TAKEN_DOWN: ("moderation:on_mine", ""),
    Kind.TALK_ASKED: ("messaging:inbox", "?in=requests"),
}


# Desks whose address names whose they are.
_OWN = (Kind.WISHED,)


# What has a page of its own, by what the notification is about.
_THINGS: dict[str, str] = {
    **dict.fromkeys(GAMES, "games:game"),
    **dict.fromkeys(PROJECTS, "projects:board"),
    Kind.GROUP_ASKED: "groups:desk",
    Kind.GROUP_IN: "groups:group",
    Kind.GROUP_INVITED: "groups:group",
    Kind.GROUP_ROLE: "groups:group",
    Kind.TASK_GIVEN: "projects:find",
    Kind.TASK_SAID: "projects:find",
    Kind.COURSE_JOINED: "learning:figures",
    Kind.COURSE_DONE: "learning:figures",
    Kind.LESSON_SAID: "learning:find",
    **dict.fromkeys(MENTORING, "mentoring:mentoring"),
    Kind.JOB_MOVED: "jobs:mine_one",
    Kind.JOB_LATE: "jobs:mine_one",
    Kind.JOB_TALK: "jobs:received",
    Kind.JOB_NOTED: "jobs:received",
    Kind.STORY_FELT: "stories:seen",
    **dict.fromkeys(ADVICE, "web:question"),
    Kind.HOUR_TAKEN: "advice:hour",
    Kind.HOUR_SOON: "advice:hour",
    Kind.MESSAGE: "messaging:talk",
}


def _desk(told: Told, network: str, own: Persona) -> str:
    if told.kind == Kind.WISHED and told.thing:
        return reverse("kin:milestone", args=[network, told.thing.pk])
    route, part = _DESKS[Kind(told.kind)]
    return reverse(route, args=[network, own.handle] if told.kind in _OWN else [network]) + part


def _place(told: Told, network: str, own: Persona) -> str:
    if told.kind in (Kind.EVENT_MEET, Kind.EVENT_MET) and told.title:
        return reverse("events:meet", args=[network, told.about])
    if told.kind in EVENTS and told.title:
        return reverse("events:event", args=[network, told.about])
    if told.kind in EVENTS:
        return reverse("events:home", args=[network])
    if told.kind in _THINGS:
        return reverse(_THINGS[told.kind], args=[network, told.about])
    if told.kind == Kind.MENTION and "ask" in told.details:
        return reverse("posts:mentions", args=[network])
    if told.kind in _DESKS:
        return _desk(told, network, own)
    if told.thing:
        thread = reverse("posts:thread", args=[network, told.thing.pk])
        return f"{thread}#p-{encode(told.thing.pk)}" if told.thing.root_id else thread
    if told.kind == Kind.TIE_REQUEST:
        return reverse("graph:requests", args=[network])
    if told.kind == Kind.LETTER:
        return reverse("graph:introductions", args=[network])
    if told.kind == Kind.INTRODUCTION:
        return reverse("graph:introductions_of", args=[network, "received"])
    if told.count > 1:
        return reverse("graph:followers" if told.kind == Kind.FOLLOW else "graph:home", args=[network])
    return reverse("web:profile", args=[network, told.actors[0].handle])
