"""May this persona do that for a page: the empty string says yes, any other is the reason why not.

Whoever does not run a page finds nothing here: that is asked first, and answered with `Absent`.
"""

import re

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.network.pages.models import Domain, Role, RoleKind, Size, Sort
from twofold.people.personas.models import Network, Persona

MOST_PAGES = 20
MOST_TEAM = 60
MOST_DOMAINS = 5
SORTS = {
    Network.PROFESSIONAL: (Sort.COMPANY, Sort.SCHOOL, Sort.ASSOCIATION, Sort.PUBLIC),
    Network.SOCIAL: (Sort.CAUSE, Sort.ASSOCIATION, Sort.PLACE, Sort.COMPANY, Sort.SCHOOL, Sort.PUBLIC),
}
# What each kind of role may do.
MAY = {
    RoleKind.OWNER: {"look", "write", "edit", "team", "domains", "close", "hire"},
    RoleKind.EDITOR: {"look", "write", "edit"},
    RoleKind.RECRUITER: {"look", "write", "hire"},
    RoleKind.ADVERTISER: {"look"},
}
_DOMAIN = re.compile(r"^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$")


# The list of a page's own that holds those who hire for it: jobs and applications are shared with it by name.
HIRING = "hiring"


def may(role: Role, act: str) -> bool:
    return act in MAY[RoleKind(role.kind)]


def why_not_page(actor: Persona) -> str:
    if actor.is_page:
        return _("A page cannot run another page.")
    if Role.objects.filter(persona=actor, kind=RoleKind.OWNER, accepted=True).count() >= MOST_PAGES:
        return _("You own %(most)d pages. Hand one on before you make another.") % {"most": MOST_PAGES}
    return ""


def why_not_about(network: str, sort: str, size: str, founded: int | None) -> tuple[str, str]:
    """The field and the reason, for the first thing that an organisation cannot be."""
    if sort not in SORTS[Network(network)]:
        return "sort", _("Choose one of the list.")
    if size and size not in Size.values:
        return "size", _("Choose one of the list.")
    if founded is not None and not 500 <= founded <= clock.now().year:
        return "founded", _("Give a year that has begun, in four digits.")
    return "", ""


def why_not_offer(page: Persona, persona: Persona) -> str:
    if persona.is_page:
        return _("Only people can run a page.")
    if persona.network != page.network:
        return _("They are not in this network.")
    if Role.objects.filter(page=page).count() >= MOST_TEAM:
        return _("%(most)d people can run a page.") % {"most": MOST_TEAM}
    return ""


def why_not_leave(role: Role) -> str:
    """A page always has an owner."""
    if role.kind != RoleKind.OWNER or not role.accepted:
        return ""
    others = Role.objects.filter(page=role.page_id, kind=RoleKind.OWNER, accepted=True).exclude(pk=role.pk)
    if others.exists():
        return ""
    return _("A page needs an owner. Make somebody else an owner first, or close the page.")


def why_not_domain(page: Persona, name: str) -> str:
    if not _DOMAIN.match(name):
        return _("Write the domain alone, like example.org.")
    if Domain.objects.filter(page=page).exclude(name=name).count() >= MOST_DOMAINS:
        return _("%(most)d domains are enough. Take one out first.") % {"most": MOST_DOMAINS}
    return ""
