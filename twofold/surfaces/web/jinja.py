"""The Jinja2 environment: what every template may call."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment
from markupsafe import Markup

from twofold.foundation.kit.ids import encode


def url(name: str, *args, **kwargs) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def icon(name: str, label: str = "") -> Markup:
    """An icon of the sprite; without a label it is decoration beside a word."""
    spoken = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup('<svg class="i" {}><use href="{}#{}"/></svg>').format(spoken, static("web/icons.svg"), name)


def environment(**options) -> Environment:
    env = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, **options)
    env.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(static=static, url=url, icon=icon, site_name=settings.NAME, demo=settings.DEMO)
    env.filters["short_id"] = encode
    return env
