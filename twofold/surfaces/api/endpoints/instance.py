"""What this server is, for clients that meet it."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from twofold.network.media.policies import MAX_BYTES
from twofold.network.posts.models import MAX_OPTION, MAX_OPTIONS, MAX_PICTURES, MAX_TEXT
from twofold.network.posts.policies import LONGEST_POLL, SHORTEST_POLL
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.shapes.people import absolute

router = Router(tags=["instance"])

# The interface's version that clients compare with; ours comes after it, as is the field's custom.
VERSION = "4.3.0 (compatible; Twofold 0.1.0)"
_TYPES = [
    "image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/heif", "image/avif",
    "video/mp4", "video/quicktime", "video/webm",
]  # fmt: skip
# What comes in one request; larger videos come in pieces, in a browser.
_FILM_BYTES = 40 * 1024 * 1024
_PIXELS, _FILM_PIXELS = 50_000_000, 9_437_184


def _limits() -> dict[str, Any]:
    return {
        "accounts": {"max_featured_tags": 0, "max_pinned_statuses": 1},
        "statuses": {
            "max_characters": MAX_TEXT,
            "max_media_attachments": MAX_PICTURES,
            "characters_reserved_per_url": 23,
        },
        "media_attachments": {
            "supported_mime_types": _TYPES,
            "description_limit": 1500,
            "image_size_limit": MAX_BYTES,
            "image_matrix_limit": _PIXELS,
            "video_size_limit": _FILM_BYTES,
            "video_frame_rate_limit": 120,
            "video_matrix_limit": _FILM_PIXELS,
        },
        "polls": {
            "max_options": MAX_OPTIONS,
            "max_characters_per_option": MAX_OPTION,
            "min_expiration": int(SHORTEST_POLL.total_seconds()),
            "max_expiration": int(LONGEST_POLL.total_seconds()),
        },
    }


def _languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


@router.get("v2/instance", response=dict[str, Any], auth=None, summary="This server, version 2")
def second(request: HttpRequest) -> HttpResponse:
    return reply(
        {
            "domain": urlsplit(settings.BASE_URL).netloc,
            "title": settings.NAME,
            "version": VERSION,
            "source_url": "",
            "description": _("One login, two separate networks."),
            "usage": {"users": {"active_month": 0}},
            "thumbnail": {"url": absolute("/static/api/header.png"), "blurhash": None, "versions": {}},
            "icon": [],
            "languages": _languages(),
            "configuration": {
                "urls": {"streaming": None, "status": None, "about": None},
                "vapid": {"public_key": ""},
                "translation": {"enabled": False},
                "limited_federation": True,
                **_limits(),
            },
            "registrations": {
                "enabled": True,
                "approval_required": False,
                "reason_required": False,
                "message": None,
                "url": absolute("/account/signup/"),
            },
            "api_versions": {"mastodon": 2},
            "contact": {"email": "", "account": None},
            "rules": [],
        }
    )


@router.get("v1/instance", response=dict[str, Any], auth=None, summary="This server, version 1")
def first(request: HttpRequest) -> HttpResponse:
    return reply(
        {
            "uri": urlsplit(settings.BASE_URL).netloc,
            "title": settings.NAME,
            "short_description": _("One login, two separate networks."),
            "description": _("One login, two separate networks."),
            "email": "",
            "version": VERSION,
            "urls": {},
            # How many people are here is theirs to tell, and it would tell when somebody came.
            "stats": {"user_count": 0, "status_count": 0, "domain_count": 0},
            "thumbnail": absolute("/static/api/header.png"),
            "languages": _languages(),
            "registrations": True,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": _limits(),
            "contact_account": None,
            "rules": [],
        }
    )


@router.get("v1/instance/peers", response=list[str], auth=None)
def peers(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/instance/rules", response=list[Any], auth=None)
def rules(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/instance/translation_languages", response=dict[str, Any], auth=None)
def translations(request: HttpRequest) -> HttpResponse:
    return reply({})


@router.get("v1/instance/activity", response=list[Any], auth=None)
def activity(request: HttpRequest) -> HttpResponse:
    """How much goes on here is its members' own affair."""
    return reply([])
