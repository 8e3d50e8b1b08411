"""Pages of cards: one's own with its code, the card at an address, and those one keeps."""

from datetime import date
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit import clock
from twofold.foundation.kit.codes import code
from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import named_way, see
from twofold.network.cards import actions, policies, queries, writing
from twofold.network.cards.models import Card, Contact, Look
from twofold.people.personas import acting
from twofold.people.personas.models import Network

_MEETING = ("met_on", "met_where", "note")


_me = partial(acting.me, only=Network.PROFESSIONAL)


def _here(network: str) -> None:
    if network != Network.PROFESSIONAL:
        raise Absent


def _see(name: str, *args: object) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[Network.PROFESSIONAL.value, *args]), status=303)


@require_safe
def desk(request: HttpRequest, network: str) -> HttpResponse:
    """One's own card with its code, and the cards one keeps."""
    _me(request)
    card, name = queries.own(request.viewer), request.GET.get("q", "")[:80].strip()
    context = {
        "card": card,
        "code": code(writing.address(card)) if card else "",
        "address": writing.address(card) if card else "",
        "keepers": queries.keepers(request.viewer) if card else [],
        "page": queries.kept(request.viewer, request.GET.get("before"), name),
        "q": name,
    }
    return render(request, "cards/desk.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str) -> HttpResponse:
    author, card, errors = _me(request), queries.own(request.viewer), {}
    values = {name: getattr(card, name) if card else "" for name in policies.FIELDS}
    values |= {"look": card.look if card else Look.PAPER.value}
    if card is None:
        values |= {"line": author.line[:120], "website": author.website, "place": author.place}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in (*policies.FIELDS, "look")}
        try:
            actions.keep_card(author, **values)
            return see(named_way(request, reverse("cards:desk", args=[network])))
        except Refused as refusal:
            errors[refusal.field or "form"] = str(refusal.reason)
    whence = request.POST.get("next", request.GET.get("next", ""))
    context = {"card": card, "v": values, "bad": errors, "looks": Look.choices, "next": whence}
    return render(request, "cards/edit.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, network: str, key: str) -> HttpResponse:
    """The card at an address; members keep it and give their own."""
    _here(network)
    found, errors = queries.by_key(request.viewer, key), {}
    values = {"met_on": f"{clock.now():%Y-%m-%d}", "met_where": request.GET.get("at", "")[:120], "note": ""}
    if request.method == "POST":
        values, actor = {name: request.POST.get(name, "") for name in _MEETING}, _me(request)
        try:
            give = bool(request.POST.get("give"))
            contact = actions.exchange(actor, key=key, give=give, **_meeting(values))
            messages.success(request, _("You keep the card of %(name)s.") % {"name": found.author.name})
            return _see("cards:contact", contact.pk)
        except Refused as refusal:
            errors[refusal.field or "form"] = str(refusal.reason)
    context = {
        "card": found,
        "v": values,
        "bad": errors,
        "mine": queries.own(request.viewer) if request.viewer else None,
        "kept": queries.contact_with(request.viewer, found),
    }
    return render(request, "cards/card.html", context, status=422 if errors else 200)


def _meeting(values: dict[str, str]) -> dict:
    try:
        met_on = date.fromisoformat(values["met_on"])
    except ValueError:
        raise Refused(_("Give the day on which you met."), field="met_on") from None
    return {"met_on": met_on, "met_where": values["met_where"], "note": values["note"]}


@require_safe
def card_file(request: HttpRequest, network: str, key: str) -> HttpResponse:
    _here(network)
    return _file([queries.by_key(request.viewer, key)])


@require_safe
def contact_file(request: HttpRequest, network: str, contact_id: int) -> HttpResponse:
    _me(request)
    found = queries.contact(request.viewer, contact_id)
    if found.card is None:
        raise Absent
    return _file([found.card], writing.met(found))


@require_safe
def all_file(request: HttpRequest, network: str) -> HttpResponse:
    _me(request)
    return _file(queries.all_kept(request.viewer))


def _file(cards: list[Card], note: str = "") -> HttpResponse:
    name = (slugify(cards[0].author.name) or "card") if len(cards) == 1 else "cards"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.vcf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(
        writing.vcards(cards, note), content_type="text/vcard; charset=utf-8", headers=headers
    )


@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, network: str, contact_id: int) -> HttpResponse:
    """A card one keeps, and one's own words about it."""
    actor, found, errors = _me(request), queries.contact(request.viewer, contact_id), {}
    values = {"met_on": f"{found.met_on:%Y-%m-%d}", "met_where": found.met_where, "note": found.note}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in _MEETING}
        try:
            actions.change_contact(actor, contact=found, **_meeting(values))
            messages.success(request, _("Kept."))
            return _see("cards:contact", found.pk)
        except Refused as refusal:
            errors[refusal.field or "form"] = str(refusal.reason)
    given = found.card is not None and queries.gave_mine(request.viewer, found.card.author)
    context = {
        "contact": found,
        "v": values,
        "bad": errors,
        "mine": queries.own(request.viewer),
        "given": given,
    }
    return render(request, "cards/contact.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
def throw_away(request: HttpRequest, network: str, contact_id: int) -> HttpResponse:
    """Ask once, then keep it no longer."""
    actor, found = _me(request), queries.contact(request.viewer, contact_id)
    if request.method == "GET":
        return _sure(request, found)
    actions.throw_away(actor, contact=found)
    messages.success(request, _("Thrown away, with your note."))
    return _see("cards:desk")


def _sure(request: HttpRequest, found: Contact | None) -> HttpResponse:
    return render(request, "cards/sure.html", {"contact": found})


@require_POST
def give_back(request: HttpRequest, network: str, contact_id: int) -> HttpResponse:
    """One's own card, to whoever gave theirs."""
    actor, found = _me(request), queries.contact(request.viewer, contact_id)
    try:
        actions.give_back(actor, contact=found)
        messages.success(request, _("They have your card now."))
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return _see("cards:contact", contact_id)


@require_POST
def renew(request: HttpRequest, network: str) -> HttpResponse:
    actions.renew_key(_me(request))
    messages.success(request, _("Here is another code. The old one leads nowhere."))
    return _see("cards:desk")


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, network: str) -> HttpResponse:
    """Take one's card back from one person at once; from everybody after a question."""
    actor, whom = _me(request), request.POST.get("keeper", "")
    if request.method == "GET":
        return _sure(request, None)
    if whom:
        try:
            actions.withdraw(actor, keeper_id=decode(whom))
        except ValueError:
            raise Absent from None
        messages.success(
            request,
            _(
                "It is gone from their cards. Its address still opens it: make another one if they may have it."
            ),
        )
    else:
        actions.withdraw_all(actor)
        messages.success(request, _("Nobody has your card any more."))
    return _see("cards:desk")
