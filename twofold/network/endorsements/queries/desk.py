"""One's own skills, to be put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.endorsements.models import MAX_NAME, Default, Skill
from twofold.network.endorsements.queries.section import Shown, section
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import term_for
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import MEMBERS, parse
from twofold.people.graph.queries import Option, audience_options
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Mine:
    """A skill of the viewer's own. `audience` is the value of the option that says who sees it; empty for a choice
    that the options do not offer."""

    shown: Shown
    audience: str
    whom: str
    first: bool
    last: bool


@dataclass(frozen=True)
class Desk:
    skills: Sequence[Mine]
    options: Sequence[Option]
    default: str


def desk(viewer: Viewer) -> Desk:
    """All that the viewer needs to look after their skills: a fixed number of queries."""
    if viewer.persona is None:
        raise Absent
    options = audience_options(viewer)
    by_recipe = {parse([each.value]).recipe(): each for each in options}
    skills = section(viewer, viewer.persona, few=None).skills
    recipes = dict(Skill.objects.filter(author=viewer.id).values_list("pk", "audience__recipe"))
    default = default_audience(viewer.persona)
    usual = by_recipe.get(default.recipe if default else MEMBERS.recipe())
    mine = [_mine(skills, number, by_recipe.get(recipes[each.id])) for number, each in enumerate(skills)]
    return Desk(mine, options, usual.value if usual else "")


def default_audience(persona: Persona) -> Audience | None:
    """Who sees a skill that `persona` adds; None while nothing was chosen."""
    found = Default.objects.filter(owner=persona).select_related("audience").first()
    return found.audience if found else None


def claimed(persona: Persona, name: str) -> Skill | None:
    """The skill that `persona` has under this name, or another name for the same; there or lately removed."""
    same = Q(folded=folded(name)[: 2 * MAX_NAME])
    if term := term_for(TermKind.SKILL, name):
        same |= Q(term=term)
    return Skill.objects.filter(same, author=persona).order_by("-live", "pk").first()


def removed(persona: Persona, skill_id: int) -> Skill:
    """A skill that `persona` took off and may bring back. Absent otherwise."""
    found = Skill.objects.filter(pk=skill_id, author=persona, live=False).first()
    if found is None:
        raise Absent
    return found


def _mine(skills: Sequence[Shown], number: int, option: Option | None) -> Mine:
    """A skill with its place among those that are pinned as it is."""
    alike = [each.id for each in skills if each.pinned == skills[number].pinned]
    here = alike.index(skills[number].id)
    return Mine(
        skills[number],
        option.value if option else "",
        option.label if option else "",
        first=here == 0,
        last=here == len(alike) - 1,
    )


def own_names(viewer: Viewer) -> list[tuple[str, str, int | None]]:
    """Name, folded name and term of each skill that the viewer claims: to compare with what is asked for."""
    rows = Skill.objects.filter(author=viewer.id, live=True) if viewer else Skill.objects.none()
    return list(rows.order_by("-pinned", "place").values_list("name", "folded", "term"))
