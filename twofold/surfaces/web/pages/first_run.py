"""The checklist of the first days: five steps for each network, the first already done. It never stands in the way."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from twofold.network.posts.queries import by_author
from twofold.people.accounts.actions import settle
from twofold.people.accounts.queries import is_guarded
from twofold.people.graph.queries import count_ties
from twofold.people.personas.models import Network


@dataclass(frozen=True)
class Step:
    words: str
    hint: str
    href: str
    done: bool


def steps(request: HttpRequest) -> list[Step]:
    """What the viewer may still do in this network; nothing once all is done or the list was put away.

    No query at all for those who are past it; four for the others.
    """
    viewer = request.viewer
    if not viewer or viewer.home != viewer.network or request.settled:
        return []
    found = [_begun(request), _introduced(request), _met(request), _shared(request), _guarded(request)]
    if all(step.done for step in found):
        settle(request.user, network=viewer.network)
        return []
    return found


def _begun(request: HttpRequest) -> Step:
    me = request.viewer.persona
    return Step(_("You are here"), f"@{me.handle}", "", True)


def _introduced(request: HttpRequest) -> Step:
    me = request.viewer.persona
    href = reverse("profiles:edit", args=[me.network, me.handle])
    return Step(_("Show yourself"), _("A picture and one line."), href, bool(me.picture and me.line))


def _met(request: HttpRequest) -> Step:
    network = request.viewer.network
    words = (
        _("Find people you work with") if network == Network.PROFESSIONAL else _("Find friends and family")
    )
    done = count_ties(request.viewer) > 0
    return Step(
        words,
        _("By name or handle; nothing of your address book is read."),
        reverse("graph:find", args=[network]),
        done,
    )


def _shared(request: HttpRequest) -> Step:
    viewer = request.viewer
    done = len(by_author(viewer, viewer.persona, size=1)) > 0
    hint = _("You choose who sees it, by name.")
    return Step(_("Share something"), hint, _page("posts:new", viewer.network), done)


def _guarded(request: HttpRequest) -> Step:
    hint = _("A passkey or codes from an app, beside your password.")
    return Step(_("Guard your account"), hint, reverse("mfa_index"), is_guarded(request.user))


def _page(name: str, network: str) -> str:
    try:
        return reverse(name, args=[network])
    except NoReverseMatch:
        return f"/{network}/"
