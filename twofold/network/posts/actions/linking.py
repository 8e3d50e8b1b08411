"""Looking behind the first link of a post, once, and keeping what a card shows of it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from selectolax.lexbor import LexborHTMLParser

from twofold.foundation.kit import clock
from twofold.foundation.kit.fetch import Unreachable, fetch
from twofold.foundation.kit.text import clean_line
from twofold.network.posts.models import LinkCard, Post


def look_behind(post_id: int, *, let_through: Iterable[str] = ()) -> None:
    """Fill the link card of a post that has one to be filled. Twice is once; a page that cannot be had makes none."""
    card = LinkCard.objects.filter(post=post_id, post__live=True, fetched_at=None).first()
    if card is None:
        return
    agent = f"{settings.NAME} (link card; {settings.BASE_URL})"
    try:
        told = told_by(fetch(card.url, user_agent=agent, let_through=let_through).html)
    except Unreachable:
        told = {}
    site = told.pop("site", "") or (urlsplit(card.url).hostname or "").removeprefix("www.")
    with transaction.atomic():
        kept = LinkCard.objects.filter(post=post_id, url=card.url, fetched_at=None).update(
            fetched_at=clock.now(), site=site[:100], **told
        )
        if kept and told.get("title"):
            Post.objects.filter(pk=post_id).update(version=F("version") + 1)


def told_by(html: bytes) -> dict[str, str]:
    """What a page says of itself: title, description and site, each one line and capped."""
    tree = LexborHTMLParser(html)

    def said(*names: str) -> str:
        for name in names:
            for way in ("property", "name"):
                node = tree.css_first(f'meta[{way}="{name}"]')
                text = clean_line((node.attributes.get("content") or "") if node else "")
                if text:
                    return text
        return ""

    title = tree.css_first("title")
    return {
        "title": (said("og:title", "twitter:title") or clean_line(title.text() if title else ""))[:300],
        "description": said("og:description", "description", "twitter:description")[:500],
        "site": said("og:site_name")[:100],
    }
