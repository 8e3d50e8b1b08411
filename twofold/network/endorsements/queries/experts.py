"""Who says that they have certain skills, and how many others say so too."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q

from twofold.network.endorsements.models import Endorsement, Skill
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_LOOKED_AT = 400


@dataclass
class Expert:
    """`skills` are those of the wanted that they have, as they call them; `endorsed` how many say so."""

    persona: Persona
    skills: list[str] = field(default_factory=list)
    endorsed: int = 0


def experts(
    viewer: Viewer, wanted: Iterable[tuple[str, int | None]], *, but: Collection[int] = (), limit: int = 20
) -> list[Expert]:
    """People with these skills (folded name and term of each), as far as the viewer sees the skills and those who
    endorse them: who has most of them first, then who is endorsed most. Three queries."""
    names = list(wanted)
    same = Q(folded__in=[look for look, _term in names]) | Q(term__in=[term for _look, term in names if term])
    rows = Skill.objects.visible_to(viewer).filter(same).exclude(author__in=but)
    found = list(rows.values_list("pk", "author", "name")[:_LOOKED_AT])
    seen = Endorsement.objects.filter(
        AdmitsPersona.to(viewer, at="endorser"), skill__in=[pk for pk, _author, _name in found], hidden=False
    )
    counts = dict(seen.order_by().values_list("skill").annotate(number=Count("pk")))
    people = by_ids(viewer, {author for _pk, author, _name in found})
    those: dict[int, Expert] = {}
    for pk, author, name in found:
        if author in people and not people[author].is_page:
            expert = those.setdefault(author, Expert(people[author]))
            expert.skills.append(name)
            expert.endorsed += counts.get(pk, 0)
    return sorted(those.values(), key=lambda each: (-len(each.skills), -each.endorsed, each.persona.name))[
        :limit
    ]
