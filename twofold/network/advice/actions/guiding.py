"""Guides as they are written, published and taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.advice import policies, queries
from twofold.network.advice.drawing import guide_html, minutes_to_read
from twofold.network.advice.models import Guide
from twofold.people.audiences.actions import compose
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def keep_guide(
    actor: Persona,
    *,
    field: str,
    title: str,
    text: str,
    summary: str = "",
    reach: str = "members",
    guide_id: int | None = None,
) -> Guide:
    """Write a guide, or change it. A new one is a draft, for its author alone, until it is published."""
    policies.check_here(actor)
    title, summary, text = clean_line(title), clean_line(summary), clean_block(text)
    policies.check_choices(field, reach)
    policies.check_guide(title, summary, text)
    if guide_id is None:
        policies.check_new_guide(actor)
        guide = Guide(author=actor, live=False)
    else:
        guide = queries.own_guide(Viewer.of(actor), guide_id)
    guide.field, guide.title, guide.summary, guide.text = field, title, summary, text
    guide.reach, guide.audience = reach, compose(actor, policies.audience_of(reach))
    guide.html, guide.minutes, guide.changed_at = guide_html(text), minutes_to_read(text), clock.now()
    guide.save()
    return guide


@transaction.atomic
def publish_guide(actor: Persona, *, guide_id: int, live: bool, at: datetime | None = None) -> Guide:
    """Show it to those it is for, or make it a draft again. When it was published first is kept."""
    guide = queries.own_guide(Viewer.of(actor), guide_id)
    policies.insist(not guide.held, _("It was taken down by those who look after this server."))
    guide.live = live
    if live and (at or guide.published_at is None):
        guide.published_at = at or clock.now()
        guide.position = clock.position_of(guide.published_at)
    guide.save(update_fields=["live", "published_at", "position"])
    return guide


@transaction.atomic
def drop_guide(actor: Persona, *, guide_id: int) -> None:
    queries.own_guide(Viewer.of(actor), guide_id).delete()
