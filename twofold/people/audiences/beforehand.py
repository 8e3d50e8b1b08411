"""Audiences taken apart and tried out: what one is made of, and whom a choice would admit before it is kept."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Q, QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.people.audiences.door import rule_sql
from twofold.people.audiences.models import Audience, Component, Grant, Part, Scope
from twofold.people.audiences.specs import AudienceSpec, PartRef
from twofold.people.personas.models import Persona


def spec_of(audience: Audience) -> AudienceSpec:
    """The composition of an audience that is kept, to be shown and changed."""
    return specs_of([audience])[audience.pk]


def components_of(audiences: Iterable[Audience]) -> list[Component]:
    """What these audiences are made of, each with its part; one query."""
    return _components(audiences=[each.pk for each in audiences])


@prepared
def _components(audiences: Sequence[int]) -> QuerySet[Component]:
    return Component.objects.filter(audience__in=audiences).select_related("part")


def specs_of(
    audiences: Iterable[Audience], components: list[Component] | None = None
) -> dict[int, AudienceSpec]:
    """The compositions of audiences that are kept, by their ids; `components` where they were read already."""
    kept = {each.pk: each for each in audiences}
    components = components_of(kept.values()) if components is None else components
    people: dict[int, set[int]] = {each.part_id: set() for each in components if each.part.kind == "named"}
    if people:
        for part, persona in Grant.objects.filter(part__in=people).values_list("part", "persona"):
            people[part].add(persona)
    return {
        pk: _spec(Scope(audience.scope), [each for each in components if each.audience_id == pk], people)
        for pk, audience in kept.items()
    }


def _spec(scope: Scope, components: list[Component], people: dict[int, set[int]]) -> AudienceSpec:
    def lists(excepted: bool) -> frozenset[PartRef]:
        return frozenset(
            PartRef(each.part.kind, each.part.ref, each.steps)
            for each in components
            if each.excepted == excepted and each.part_id not in people
        )

    def named(excepted: bool) -> frozenset[int]:
        return frozenset().union(
            *(people.get(each.part_id, ()) for each in components if each.excepted == excepted)
        )

    return AudienceSpec(scope, lists(False), named(False), lists(True), named(True))


# The rule of the door, word for word, over tables in which the audience stands already: what is named here hides the
# table of that name. So there is no second rule that could say something else than the one the server reads with.
_BEFOREHAND = """
WITH unsaved(part_id, persona_id) AS (VALUES {named}),
audiences_audience(id, owner_id, network, scope, far) AS (VALUES (0, {owner}, CAST(%s AS varchar(12)), {scope}, {far})),
audiences_component(audience_id, part_id, excepted, steps) AS (VALUES {components}),
audiences_grant(part_id, persona_id) AS (
 SELECT gr.part_id, gr.persona_id FROM {kept}audiences_grant gr WHERE gr.part_id IN ({parts})
 UNION SELECT gr.part_id, gr.persona_id FROM {kept}audiences_grant near
  JOIN audiences_part pa ON pa.owner_id = near.persona_id AND pa.kind = 'ties' AND pa.ref = ''
  JOIN {kept}audiences_grant gr ON gr.part_id = pa.id WHERE near.part_id IN ({far_parts})
 UNION SELECT part_id, persona_id FROM unsaved)
SELECT pe.id, pe.name FROM personas_persona pe
CROSS JOIN (SELECT {owner} AS author_id, 0 AS audience_id, TRUE AS live) thing
WHERE pe.id IN (SELECT persona_id FROM audiences_grant) AND pe.id <> {owner} AND pe.state = 0
 AND pe.network = %s AND {rule} ORDER BY pe.name, pe.id"""

_NAMED, _EXCEPTED = -1, -2


def admitted_beforehand(owner: Persona, spec: AudienceSpec) -> list[tuple[int, str]]:
    """Id and name of everyone whom an audience of `owner` composed like this would admit, by name; not the owner.

    Only for unions of parts; ValueError for everyone and members, who are not a list.
    """
    if spec.scope in (Scope.EVERYONE, Scope.MEMBERS):
        raise ValueError("everyone is not a list")
    known = _part_ids(owner, spec.parts | spec.except_parts)
    components = [(known[each.kind, each.ref], False, each.steps) for each in spec.parts]
    components += [(known[each.kind, each.ref], True, each.steps) for each in spec.except_parts]
    components += [(_NAMED, False, 1), (_EXCEPTED, True, 1)]
    named = [
        (0, 0),
        *((_NAMED, each) for each in spec.named),
        *((_EXCEPTED, each) for each in spec.except_named),
    ]
    sql = _BEFOREHAND.format(
        named=", ".join(f"({part}, {int(persona)})" for part, persona in named),
        owner=int(owner.pk),
        scope=int(spec.scope),
        far="TRUE" if any(each.steps == 2 for each in spec.parts) else "FALSE",
        components=", ".join(
            f"(0, {part}, {str(excepted).upper()}, {steps})" for part, excepted, steps in components
        ),
        kept="main." if connection.vendor == "sqlite" else "",
        parts=", ".join(str(part) for part, _excepted, _steps in components),
        far_parts=", ".join(str(part) for part, excepted, steps in components if steps == 2 and not excepted)
        or "0",
        rule=rule_sql(thing="thing", viewer="pe.id", home="pe.network"),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [owner.network, owner.network])
        return cursor.fetchall()


def _part_ids(owner: Persona, refs: frozenset[PartRef]) -> dict[tuple[str, str], int]:
    """The ids of these parts; 0, which no part has, for those that do not exist yet."""
    wanted = Q(pk=0)
    for each in refs:
        wanted |= Q(kind=each.kind, ref=each.ref)
    found = {
        (kind, ref): pk
        for kind, ref, pk in Part.objects.filter(wanted, owner=owner).values_list("kind", "ref", "pk")
    }
    return {(each.kind, each.ref): found.get((each.kind, each.ref), 0) for each in refs}
