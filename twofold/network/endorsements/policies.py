"""May this persona do that with a skill: the empty string says yes, any other is the reason why not."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.network.endorsements.models import MAX_NAME, Evidence, Skill
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Network, Persona

MAX_SKILLS = 100
MAX_PINNED = 3
RESTORED_WITHIN = timedelta(days=1)


def why_not_claim(actor: Persona, name: str) -> str:
    """Why `actor` cannot claim a skill of this cleaned name."""
    if actor.network != Network.PROFESSIONAL:
        return _("Skills belong to the professional network.")
    if actor.is_page:
        return _("Skills belong to people.")
    if not name:
        return _("Write down what you can do, in a word or a few.")
    if len(name) > MAX_NAME:
        return _("A skill has at most %(most)d characters; this one has %(length)d. Say it shorter.") % {
            "most": MAX_NAME,
            "length": len(name),
        }
    if Skill.objects.filter(author=actor, live=True).count() >= MAX_SKILLS:
        return _(
            "You have %(most)d skills, which is the most that a profile holds. Nobody reads further: remove one that "
            "matters less, and there is room for this one."
        ) % {"most": MAX_SKILLS}
    return ""


def why_not_pin(actor: Persona) -> str:
    if Skill.objects.filter(author=actor, live=True, pinned=True).count() < MAX_PINNED:
        return ""
    return ngettext(
        "%(most)d skill is shown first already. Unpin it before you pin another one.",
        "%(most)d skills are shown first already. Unpin one of them before you pin another one.",
        MAX_PINNED,
    ) % {"most": MAX_PINNED}


def why_not_endorse(actor: Persona, skill: Skill) -> str:
    """Why `actor`, who sees the skill, cannot endorse it."""
    if actor.pk == skill.author_id:
        return _("A skill is endorsed by others.")
    if actor.is_page:
        return _("Pages do not endorse people.")
    if not Tie.objects.filter(owner=actor, other=skill.author_id).exists():
        return _("You can endorse the skills of your connections. Connect first.")
    return ""


def why_not_restore(skill: Skill) -> str:
    if skill.removed_at and clock.now() - skill.removed_at <= RESTORED_WITHIN:
        return ""
    return _("It is too late to bring this back: removed skills are kept for a day.")


def why_not_answer(evidence: Evidence) -> str:
    """Why the owner cannot answer: they have already."""
    return "" if evidence.state == Evidence.State.PROPOSED else _("You have answered this already.")
