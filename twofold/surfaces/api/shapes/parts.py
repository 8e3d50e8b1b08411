"""What a status says whoever reads it."""

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings

from twofold.foundation.kit.ids import encode as short
from twofold.network.media.models import Picture
from twofold.network.posts.models import LinkCard, Post
from twofold.people.audiences.models import Audience, Scope
from twofold.surfaces.api.shapes.people import absolute, address_of

# Stands in the address of a picture that is not for everyone; the reader's own key is put there.
_TYPES = {"": "image", "video": "video", "loop": "gifv"}
HOLE = secrets.token_hex(16).encode()
# Stands for a poll, of which each reader is told something else.
POLL = secrets.token_hex(16)


def moment(at: datetime | None) -> str | None:
    """The field's times: UTC, milliseconds."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z" if at else None


def visibility_of(audience: Audience) -> str:
    """The nearest of the field's four words."""
    if audience.scope >= Scope.EVERYONE:
        return "public"
    if audience.scope == Scope.MEMBERS:
        return "unlisted"
    parts = [each for each in audience.components.all() if not each.excepted]
    return "private" if any(each.part.kind != "named" for each in parts) else "direct"


def post_address(post: Post) -> str:
    return absolute(f"/{post.network}/posts/{short(post.pk)}/")


def head_of(post: Post) -> dict[str, Any]:
    again = post.repost_of_id is not None
    return {
        "id": str(post.pk),
        "created_at": moment(post.published_at),
        "edited_at": moment(post.edited_at),
        "sensitive": bool(post.warning),
        "spoiler_text": post.warning,
        "visibility": visibility_of(post.audience),
        "language": post.language or None,
        "uri": post_address(post),
        "url": post_address(post),
        "content": "" if again else _absolute_links(post.html),
    }


def _absolute_links(html: str) -> str:
    """Mentions and hashtags lead somewhere outside of our own pages too."""
    return html.replace('href="/', f'href="{settings.BASE_URL}/')


def tail_of(post: Post) -> dict[str, Any]:
    key = "" if post.audience.scope >= Scope.EVERYONE else HOLE.decode()
    return {
        "muted": False,
        "pinned": post.is_pinned,  # type: ignore[attr-defined]
        "application": None,
        "media_attachments": [attachment(each.picture, key=key) for each in post.pictures.all()],
        "mentions": [_mention(each.persona) for each in post.mentions.all() if each.leads],
        "tags": [tag_of(post.network, each.tag) for each in post.taggings.all()],
        "emojis": [],
        "card": _card(getattr(post, "card", None)),
        "poll": POLL if getattr(post, "poll", None) else None,
        "filtered": [],
    }


def attachment(picture: Picture, *, key: str = "") -> dict[str, Any]:
    """A picture. Its address asks the door again; with a `key` it does so for the reader whose key it is."""
    base = absolute(f"/api/v1/pictures/{picture.pk}/")
    query = f"?key={key}" if key else ""
    small = min(1.0, 480 / max(picture.width, picture.height, 1))
    plays = picture.kind and picture.sizes
    return {
        "id": str(picture.pk),
        "type": _TYPES[picture.kind] if plays else "image",
        "url": f"{base}{picture.sizes[0]}.mp4{query}" if plays else f"{base}large.webp{query}",
        "preview_url": f"{base}small.webp{query}",
        "remote_url": None,
        "preview_remote_url": None,
        "text_url": None,
        "meta": {
            **(_length(picture) if plays else {"original": _size(picture.width, picture.height)}),
            "small": _size(round(picture.width * small), round(picture.height * small)),
        },
        "description": picture.alt or None,
        "blurhash": picture.blurhash or None,
    }


def _length(picture: Picture) -> dict[str, Any]:
    """What the field says of a video: how long, how large, how fast."""
    share = min(1.0, picture.sizes[0] / max(1, min(picture.width, picture.height)))
    width, height = round(picture.width * share), round(picture.height * share)
    whole = round(picture.seconds)
    size = _size(width, height)
    rates = {"frame_rate": "30/1", "duration": picture.seconds, "bitrate": 0}
    return {
        "length": f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}.00",
        "duration": picture.seconds,
        "fps": 30,
        **size,
        "original": {"width": width, "height": height, **rates},
    }


def _size(width: int, height: int) -> dict[str, Any]:
    return {
        "width": width,
        "height": height,
        "size": f"{width}x{height}",
        "aspect": round(width / max(height, 1), 4),
    }


def _mention(persona: Any) -> dict[str, Any]:
    return {
        "id": str(persona.pk),
        "username": persona.handle,
        "acct": persona.handle,
        "url": address_of(persona.network, persona.handle),
    }


def tag_of(network: str, tag: Any) -> dict[str, Any]:
    """A hashtag, leading to what stands under it in a network."""
    return tag_shape(network, tag.name, tag.name)


def tag_shape(network: str, name: str, written: str) -> dict[str, Any]:
    return {"name": written, "url": absolute(f"/{network}/tags/{name}/")}


def _card(card: LinkCard | None) -> dict[str, Any] | None:
    if card is None or card.fetched_at is None or not card.title:
        return None
    return {
        "url": card.url,
        "title": card.title,
        "description": card.description,
        "type": "link",
        "language": None,
        "author_name": "",
        "author_url": "",
        "authors": [],
        "provider_name": card.site,
        "provider_url": "",
        "html": "",
        "width": 0,
        "height": 0,
        "image": None,
        "image_description": "",
        "embed_url": "",
        "blurhash": None,
        "published_at": None,
    }
