"""Looking behind the first link of a message, once, and keeping what a card shows of it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.fetch import Unreachable, fetch
from twofold.network.messaging.facts import ConversationChanged, LinkSent
from twofold.network.messaging.models import LinkCard, Message, Part
from twofold.network.posts.actions.linking import told_by


def look_behind(message_id: int, *, let_through: Iterable[str] = ()) -> None:
    """Fill the link card of a message that has one to be filled. Twice is once; what cannot be had makes none."""
    rows = LinkCard.objects.filter(message=message_id, fetched_at=None, message__deleted_at=None)
    card = rows.select_related("message").first()
    if card is None:
        return
    agent = f"{settings.NAME} (link card; {settings.BASE_URL})"
    try:
        told = told_by(fetch(card.url, user_agent=agent, let_through=let_through).html)
    except Unreachable:
        told = {}
    site = told.pop("site", "") or (urlsplit(card.url).hostname or "").removeprefix("www.")
    with transaction.atomic():
        kept = rows.filter(url=card.url).update(fetched_at=clock.now(), site=site[:100], **told)
        if kept and told.get("title"):
            announce(ConversationChanged(card.message.conversation_id))


def relink(message: Message, link: str) -> None:
    """The words of a message changed: its card follows. A message without one, as a request is, gets none."""
    card = LinkCard.objects.filter(message=message).first()
    if card is None or card.url == link:
        return
    card.delete()
    if link:
        LinkCard.objects.create(message=message, url=link)
        announce(LinkSent(message.pk))
    else:
        message.parts &= ~Part.LINK
