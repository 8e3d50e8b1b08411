"""Proving that a domain belongs to a page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.pages import actions, queries
from twofold.network.pages.proof import FILE, RECORD, record_for
from twofold.network.pages.views.answers import desk, run, see


@require_http_methods(["GET", "POST"])
def domains(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The domains of a page and how each is proved; a POST names another one."""
    actor, page, role = run(request, network, handle, "domains")
    problem = ""
    if request.method == "POST":
        try:
            actions.add_domain(actor, page=page, name=request.POST.get("name", "")[:200])
            return see("pages:domains", page)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {
        "domains": [(each, record_for(each.token)) for each in queries.domains_of(page)],
        "record": RECORD,
        "file": FILE,
        "problem": problem,
        "typed": request.POST.get("name", "")[:200],
    }
    return desk(request, "domains", page, role, tab="domains", status=422 if problem else 200, **words)


@require_POST
def change(request: HttpRequest, network: str, handle: str, domain_id: int, act: str) -> HttpResponse:
    actor, page, _role = run(request, network, handle, "domains")
    if act == "look":
        actions.ask_domain(actor, page=page, domain_id=domain_id)
        messages.success(request, _("We are looking. It takes a few seconds; then load this page again."))
    elif act == "drop":
        actions.drop_domain(actor, page=page, domain_id=domain_id)
    else:
        raise Absent
    return see("pages:domains", page)
