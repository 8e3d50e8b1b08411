"""May this persona do that in a project: the empty string says yes, any other is the reason why not.

Whether they see the project is asked before, at the door. What they may not even know of is `Absent`.
"""

from datetime import date

from django.utils.translation import gettext as _

from twofold.network.projects.models import MAX_ABOUT, MAX_NAME, WORKS, Membership, Openness, Project, Role
from twofold.people.personas.models import Network, Persona

MOST_PROJECTS = 50
MOST_MEMBERS = 200
MOST_TASKS = 2_000
MOST_COLUMNS = 8
MOST_LABELS = 30
MOST_MILESTONES = 30
MOST_CHECKS = 50
MOST_NOTES = 2_000
# What each role may do, besides reading. Who looks on may say something.
MAY: dict[str, frozenset[str]] = {
    Role.LEAD: frozenset({"say", "work", "invite", "roles", "edit", "close"}),
    Role.MAKER: frozenset({"say", "work"}),
    Role.READER: frozenset({"say"}),
}


def belongs(membership: Membership | None) -> bool:
    return membership is not None and membership.role in MAY


def can(project: Project, membership: Membership | None) -> frozenset[str]:
    """What they may do there now. A finished project is read, and taken up again."""
    may = MAY.get(membership.role, frozenset()) if membership else frozenset()
    return may - {"say", "work", "invite"} if project.finished_at else may


def works(membership: Membership | None) -> bool:
    return membership is not None and membership.role in WORKS


def why_not_words(
    name: str, about: str, openness: str, began: date | None, due: date | None
) -> tuple[str, str]:
    """The field and the reason, for the first that will not do."""
    if not name:
        return "name", _("Give the project a name.")
    for field, words, most in (("name", name, MAX_NAME), ("about", about, MAX_ABOUT)):
        if len(words) > most:
            return field, _("At most %(most)d characters fit here; these are %(length)d.") % {
                "most": most,
                "length": len(words),
            }
    if openness not in Openness.values:
        return "openness", _("Choose one of the list.")
    if began and due and due < began:
        return "due", _("It cannot be due before it begins.")
    return "", ""


def why_not_make(actor: Persona) -> str:
    if actor.kind != Persona.Kind.PERSON or actor.network != Network.PROFESSIONAL:
        return _("Only people can begin a project.")
    if (
        Membership.objects.filter(persona=actor, role=Role.LEAD, project__finished_at=None).count()
        >= MOST_PROJECTS
    ):
        return _("You lead %(most)d projects. Finish one before you begin another.") % {"most": MOST_PROJECTS}
    return ""


def why_not_invite(project: Project, persona: Persona) -> str:
    if persona.kind != Persona.Kind.PERSON or persona.network != Network.PROFESSIONAL:
        return _("Only people can work in a project.")
    if Membership.objects.filter(project=project).count() >= MOST_MEMBERS:
        return _("A project has room for %(most)d people.") % {"most": MOST_MEMBERS}
    return ""


def why_too_many(there: int, most: int) -> str:
    return _("There is room for %(most)d here.") % {"most": most} if there >= most else ""


def why_not_line(words: str, most: int) -> str:
    if not words:
        return _("Write something first.")
    if len(words) > most:
        return _("At most %(most)d characters fit here; these are %(length)d.") % {
            "most": most,
            "length": len(words),
        }
    return ""
