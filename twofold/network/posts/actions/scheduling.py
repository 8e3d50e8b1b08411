"""Drafts that become posts: at once, or by themselves at a time that their author chose."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.media.queries import own
from twofold.network.posts import policies, queries
from twofold.network.posts.actions.writing import audience_for, publish
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import Draft, Post
from twofold.people.audiences.specs import parse
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_AT_ONCE = 50


@transaction.atomic
def schedule(author: Persona, *, draft: Draft, due: datetime | None) -> Draft:
    """Let a draft be sent by itself at `due`. Refused where it could not be sent as it stands."""
    policies.check_due(due)
    fields = draft.fields
    extras = extras_of(fields)
    policies.check_words(fields.get("text", ""), fields.get("warning", ""))
    policies.check_extras(
        author.network, occasion=extras.occasion, feeling=extras.feeling, place=extras.place
    )
    if extras.options:
        policies.check_poll(extras.options)
        policies.check_lasting(extras.lasting)
    bare = fields.get("quote_of") is None and not extras.occasion
    policies.check_something(
        fields.get("text", "").strip(), len(fields.get("pictures", [])), quoting=not bare
    )
    audience_for(author, parse(fields.get("audience", []), fields.get("except", [])))
    Draft.objects.filter(pk=draft.pk, author=author).update(due_at=due, problem="")
    draft.due_at = due
    return draft


def send_draft(author: Persona, *, draft: Draft) -> Post:
    """Publish a draft as it stands; it goes. The same draft sent twice makes one post."""
    fields, viewer = draft.fields, Viewer.of(author)
    wanted = fields.get("pictures", [])
    pictures = own(viewer, wanted) if wanted else []
    if len(pictures) < len(wanted):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="pictures")
    quote = fields.get("quote_of")
    return publish(
        author,
        text=fields.get("text", ""),
        spec=parse(fields.get("audience", []), fields.get("except", [])),
        pictures=pictures,
        warning=fields.get("warning", ""),
        language=fields.get("language", ""),
        quote_of=queries.get(viewer, quote) if quote else None,
        extras=extras_of(fields),
        once=f"draft-{draft.pk}",
        draft_id=draft.pk,
    )


def send_what_is_due() -> int:
    """Publish the drafts whose time has come, each by itself; how many. One that cannot be sent stays."""
    due = Draft.objects.filter(due_at__lte=clock.now()).select_related("author").order_by("due_at")
    return sum(_send(draft) for draft in due[:_AT_ONCE])


def _send(draft: Draft) -> bool:
    try:
        if draft.author.state == Persona.State.ACTIVE:
            send_draft(draft.author, draft=draft)
            return True
        problem = ""
    except Refused as refusal:
        problem = str(refusal.reason)[:300]
    except Absent:
        problem = _("What you quote is gone, or not for you.")
    Draft.objects.filter(pk=draft.pk).update(due_at=None, problem=problem)
    return False


def extras_of(fields: dict) -> Extras:
    """What a draft has besides words, pictures and an audience."""
    return Extras(
        occasion=fields.get("occasion", ""),
        feeling=fields.get("feeling", ""),
        place=fields.get("place", ""),
        replies=fields.get("replies", 0),
        options=tuple(str(each) for each in fields.get("options", [])),
        many=fields.get("many", False),
        days=fields.get("days", 7),
        seconds=fields.get("seconds", 0),
    )
