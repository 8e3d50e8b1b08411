"""How one network appears as an app: its manifest, its worker, and what the worker keeps from the start."""

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.people.personas.models import Network
from twofold.surfaces.web.stylesheet import stylesheet_url

# Bars and splash of each mood: the accent, and the ground of its pages.
COLOURS = {
    Network.PROFESSIONAL.value: ("#00626b", "#f4f6f6"),
    Network.SOCIAL.value: ("#c2453c", "#fdf4ee"),
}
_ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))
_MODULES = (
    "main", "times", "menus", "theme", "requests", "areas", "pictures", "stream", "shortcuts", "posts", "toast",
    "words", "app", "outbox",
)  # fmt: skip
_LONGEST = 4_000


def manifest(network: str) -> dict:
    """The web app manifest of one network, in the language of who asks."""
    accent, ground = COLOURS[network]
    home, label = reverse("web:home", args=[network]), str(Network(network).label)
    return {
        "id": home,
        "name": f"{settings.NAME} · {label}",
        "short_name": label,
        "description": _("The social network of a community.")
        if network == Network.SOCIAL
        else _("The professional network of a community."),
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "theme_color": accent,
        "background_color": ground,
        "icons": [
            {
                "src": static(f"web/app/{network}-{'mask-' if purpose == 'maskable' else ''}{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in _ICONS
        ],
        "shortcuts": _shortcuts(network),
        "share_target": {
            "action": reverse("web:share", args=[network]),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{"name": "pictures", "accept": ["image/*", "video/*", ".heic", ".mov"]}],
            },
        },
    }


def _shortcuts(network: str) -> list[dict]:
    talks = _("Chat") if network == Network.SOCIAL else _("Messages")
    ways = [
        (_("Write something"), "posts:new"),
        (talks, "messaging:inbox"),
        (_("Notifications"), "notifications:inbox"),
        (_("Events"), "events:home"),
    ]
    return [{"name": words, "url": reverse(route, args=[network])} for words, route in ways]


def worker(network: str) -> str:
    """The worker's script, with the addresses it needs in front."""
    shell = [
        reverse("web:offline", args=[network]),
        stylesheet_url(),
        static("web/icons.svg"),
        static("web/mark.svg"),
        static("django_htmx/htmx-2.min.js"),
        *(static(f"web/js/{name}.js") for name in _MODULES),
    ]
    words = {
        "network": network,
        "home": reverse("web:home", args=[network]),
        "offline": shell[0],
        "shell": shell,
        "icon": static(f"web/app/{network}-192.png"),
        "outbox": static("web/js/outbox.js"),
        "renew": reverse("web:device_add", args=[network]),
    }
    return f"const app = {json.dumps(words)};\n{_script()}"


@lru_cache(maxsize=1)
def _script() -> str:
    return (Path(__file__).parent / "static" / "web" / "js" / "worker.js").read_text()


def shared(what: QueryDict) -> str:
    """The words of a shared thing, each once."""
    parts = dict.fromkeys(what.get(name, "").strip() for name in ("title", "text", "url"))
    return "\n".join(part for part in parts if part)[:_LONGEST]
