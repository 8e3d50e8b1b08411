"""Being named in posts that reach far: answering, and whether one wants to be asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import see
from twofold.network.posts import actions, queries
from twofold.network.posts.forms import id_in
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def mentions(request: HttpRequest, network: Network) -> HttpResponse:
    """Where one is named and waits to be asked; a POST answers, or chooses for the future."""
    actor, viewer, act = me(request, only=Network.SOCIAL), request.viewer.itself, request.POST.get("act", "")
    if request.method == "GET":
        words = {"asked": queries.naming_asked(viewer), "freely": queries.names_freely(viewer)}
        return render(request, "posts/mentions.html", words)
    if act in ("freely", "ask"):
        actions.choose_naming(actor, freely=act == "freely")
        messages.success(request, _("Kept."))
        return see(request.path)
    post_id = id_in(request.POST, "post")
    if act not in ("yes", "no") or not post_id:
        raise Absent
    actions.let_name(actor, post_id=post_id, agreed=act == "yes")
    messages.success(
        request, _("Your name leads to you now.") if act == "yes" else _("Done. Nobody is told.")
    )
    return see(request.path)
