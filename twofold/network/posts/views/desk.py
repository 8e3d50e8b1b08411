"""The composer's desk: what lies on it, and what each of its buttons does."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.media.actions import describe, take_in
from twofold.network.posts import actions, forms, queries
from twofold.network.posts.forms import Composition
from twofold.network.posts.models import (
    CHOSEN,
    MAX_OPTIONS,
    MAX_PICTURES,
    MAX_TEXT,
    OCCASIONS,
    Draft,
    Feeling,
    Post,
)
from twofold.network.posts.policies import check_pictures
from twofold.network.posts.views.answers import home_of, thread_of
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import audience_options
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

LANGUAGES = ("en", "nl", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "uk", "ja", "zh")
_KEPT, _THROWN = "composition", "discarded"
_KEPT_SECONDS = 1800


def laid_out(request: HttpRequest, made: Composition) -> dict[str, Any]:
    """What the composer's template needs."""
    viewer = request.viewer  # type: ignore[attr-defined]
    made.pictures = made.pictures or queries.own_pictures(viewer, made.picture_ids)
    made.people = by_ids(viewer, [*made.named_ids, *made.excepted_ids])
    return {
        "made": made,
        "asked_for": request.GET.get("with", ""),
        "options": audience_options(viewer),
        "quoted": queries.quote_card(viewer, made.quote_of),
        "acquaintances": queries.ties_by_name(viewer),
        "limit": MAX_TEXT,
        "most_pictures": MAX_PICTURES,
        "languages": LANGUAGES,
        "occasions": OCCASIONS[Network(viewer.network)],
        "feelings": Feeling,
        "replies": CHOSEN,
        "poll_days": actions.POLL_DAYS,
        "options_shown": max(4, len(made.options)),
        "most_options": MAX_OPTIONS,
        "zone": viewer.persona.time_zone,
    }


def intend(
    author: Persona, made: Composition, intent: str, files: Sequence[File] = ()
) -> Post | Draft | None:
    """Do what a button of the composer says. A post or a draft when that ends the writing; None to go on with it.

    send, draft, later (send it by itself), add (pictures), without:ID (a picture), people (named ones, chosen or
    excepted), answers (room for more of them in a poll), check.
    """
    made.check()
    _add_people(author, made)
    _keep_alts(author, made)
    _add_pictures(author, made, files)
    if intent == "send":
        return _send(author, made)
    if intent in ("draft", "later"):
        kept = actions.save_draft(author, draft_id=made.draft_id, fields=made.as_draft())
        made.draft_id = kept.pk
        return kept if intent == "draft" else _later(author, made, kept)
    if intent == "answers":
        made.options += ["", ""]
    if intent.startswith("without:"):
        made.picture_ids = [each for each in made.picture_ids if encode(each) != intent[8:]]
    return None


def _send(author: Persona, made: Composition) -> Post:
    pictures = queries.own_pictures(Viewer.of(author), made.picture_ids)
    if len(pictures) < len(made.picture_ids) and not queries.submitted(author, made.once):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="pictures")
    quoted = queries.get(Viewer.of(author), made.quote_of) if made.quote_of else None
    return actions.publish(
        author,
        text=made.text,
        spec=made.spec,
        pictures=pictures,
        warning=made.warning,
        language=made.language,
        quote_of=quoted,
        extras=made.extras,
        once=made.once,
        draft_id=made.draft_id,
    )


def _later(author: Persona, made: Composition, kept: Draft) -> Draft:
    return actions.schedule(author, draft=kept, due=made.due_in(author.time_zone))


def _add_pictures(author: Persona, made: Composition, files: Sequence[File]) -> None:
    check_pictures(author, [author.pk] * (len(made.picture_ids) + len(files)))
    problems = []
    for file in files:
        try:
            made.picture_ids.append(take_in(author, upload=file).pk)
        except Refused as refusal:
            problems.append(
                f"{str(file.name)[:60]}: {refusal.reason}" if len(files) > 1 else str(refusal.reason)
            )
    if problems:
        raise Refused(" ".join(problems), field="pictures")


def _keep_alts(author: Persona, made: Composition) -> None:
    for picture in queries.own_pictures(Viewer.of(author), made.picture_ids):
        alt = made.alts.get(picture.pk, picture.alt)
        if alt != picture.alt:
            describe(author, picture=picture, alt=alt)


def _add_people(author: Persona, made: Composition) -> None:
    for typed, chosen in ((made.name, made.audience), (made.except_name, made.excepted)):
        for name in [each.strip() for each in typed.split(",") if each.strip()]:
            value = f"named:{encode(queries.somebody(Viewer.of(author), name).pk)}"
            if value not in chosen:
                chosen.append(value)
    if made.name and made.reach == forms.SOME:
        made.audience = [each for each in made.audience if each not in forms.PRESETS]
    made.name = made.except_name = ""


def finish(request: HttpRequest, done: Post | Draft | None, made: Composition) -> HttpResponse | None:
    """Where one goes when the writing has ended; None while it goes on."""
    network = request.viewer.network  # type: ignore[attr-defined]
    if isinstance(done, Post):
        away = thread_of(network, done.pk) if made.quote_of else home_of(network)
    elif isinstance(done, Draft):
        away = reverse("posts:drafts", args=[network])
    else:
        return None
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204, headers={"HX-Redirect": away})
    return see(away)


def taken_up(request: HttpRequest) -> Composition:
    """What to begin with: what a session that ended left behind, a quotation, or nothing."""
    kept = request.session.pop(f"{_KEPT}:{_network(request)}", None)
    if "again" in request.GET:
        kept = request.session.pop(f"{_THROWN}:{_network(request)}", kept)
    if kept and timezone.now().timestamp() - kept["at"] < _KEPT_SECONDS:
        due = datetime.fromisoformat(kept["due"]) if kept.get("due") else None
        return forms.from_draft(Draft(pk=None, fields=kept["fields"], due_at=due), me(request).time_zone)
    made = Composition(
        quote_of=forms.id_in(request.GET, "quote"), text=request.GET.get("text", "")[:MAX_TEXT]
    )
    if _network(request) == Network.PROFESSIONAL:
        made.audience = ["members"]
    return made


def lay_aside(request: HttpRequest, draft: Draft) -> None:
    """Keep a draft that was thrown away, for half an hour and for this browser alone."""
    due = draft.due_at.isoformat() if draft.due_at else ""
    kept = {"fields": draft.fields, "at": timezone.now().timestamp(), "due": due}
    request.session[f"{_THROWN}:{_network(request)}"] = kept


def keep_for_later(request: HttpRequest) -> None:
    """Keep, for half an hour and for this browser alone, what was sent after a session had ended."""
    made = forms.read(request.POST)
    if request.method == "POST" and not made.is_blank and len(made.text) <= 20 * MAX_TEXT:
        fields = {**made.as_draft(), "pictures": []}
        request.session[f"{_KEPT}:{_network(request)}"] = {"fields": fields, "at": timezone.now().timestamp()}


def _network(request: HttpRequest) -> str:
    return request.viewer.network  # type: ignore[attr-defined]
