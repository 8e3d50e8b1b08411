"""Writing audiences, grants and denials. Those who know who belongs (graph, groups, events) call down to here."""

import hashlib
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.people.audiences.models import Audience, Change, Component, Denial, Grant, Part, Scope, Silence
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona

MAX_NAMED = 200
# The lists that people address what they share to. What becomes of somebody in them stands in the log.
LOGGED = ("ties", "circle", "named")
Deed = Change.Deed


@transaction.atomic
def compose(owner: Persona, spec: AudienceSpec) -> Audience:
    """The audience of `owner` with this composition; made when it is the first of its kind.

    Raises ValueError beyond `MAX_NAMED` named or excepted people.
    """
    if max(len(spec.named), len(spec.except_named)) > MAX_NAMED:
        raise ValueError(f"at most {MAX_NAMED} people can be named")
    recipe = spec.recipe()
    if len(recipe) > 200:
        recipe = "sha256:" + hashlib.sha256(recipe.encode()).hexdigest()
    found = Audience.objects.filter(owner=owner, recipe=recipe).first()
    if found:
        return found
    audience = Audience.objects.create(
        owner=owner,
        network=owner.network,
        scope=spec.scope,
        recipe=recipe,
        far=any(ref.steps == 2 for ref in spec.parts),
    )
    components = [(ref, False) for ref in spec.parts] + [(ref, True) for ref in spec.except_parts]
    rows = [
        Component(
            audience=audience, part=part_of(owner, ref.kind, ref.ref), excepted=excepted, steps=ref.steps
        )
        for ref, excepted in components
    ]
    rows += [
        Component(audience=audience, part=_named_part(owner, ids), excepted=excepted)
        for ids, excepted in ((spec.named, False), (spec.except_named, True))
        if ids
    ]
    Component.objects.bulk_create(rows)
    if audience.scope == Scope.PARTS and not spec.parts and not spec.named:
        Audience.objects.filter(pk=audience.pk).update(scope=Scope.ONLY_ME)
        audience.scope = Scope.ONLY_ME
    return audience


@prepared
def _part(owner: int, kind: str, ref: str) -> QuerySet[Part]:
    return Part.objects.filter(owner=owner, kind=kind, ref=ref)


def part_of(owner: Persona, kind: str, ref: str = "") -> Part:
    """The list of `owner` of this kind, made when it does not exist yet."""
    for found in _part(owner=owner.pk, kind=kind, ref=ref):
        return found
    return Part.objects.get_or_create(owner=owner, kind=kind, ref=ref)[0]


def _named_part(owner: Persona, ids: frozenset[int]) -> Part:
    ref = hashlib.sha256(",".join(map(str, sorted(ids))).encode()).hexdigest()
    part, made = Part.objects.get_or_create(owner=owner, kind="named", ref=ref)
    if made:
        known = Persona.objects.filter(pk__in=ids, network=owner.network)
        Grant.objects.bulk_create(Grant(part=part, persona=each) for each in known)
    return part


@transaction.atomic
def grant(owner: Persona, kind: str, ref: str, persona: Persona) -> None:
    """Put `persona` into a part of `owner`; twice is once."""
    part = part_of(owner, kind, ref)
    _row, made = Grant.objects.get_or_create(part=part, persona=persona)
    if made:
        _note(Deed.IN, [(part, persona.pk)])


def revoke(owner: Persona, kind: str, ref: str, persona: Persona) -> None:
    """Take `persona` out of a part of `owner`."""
    _take_out(Grant.objects.filter(part__owner=owner, part__kind=kind, part__ref=ref, persona=persona))


def revoke_all(owner: Persona, kinds: tuple[str, ...], persona: Persona) -> None:
    """Take `persona` out of all parts of `owner` of these kinds."""
    _take_out(Grant.objects.filter(part__owner=owner, part__kind__in=kinds, persona=persona))


def drop_part(owner: Persona, kind: str, ref: str) -> None:
    """Empty a part that its owner gave up. What was shared with it narrows; it never widens."""
    _take_out(Grant.objects.filter(part__owner=owner, part__kind=kind, part__ref=ref))


@transaction.atomic
def deny(by: Persona, persona: Persona, *, own: bool = True) -> None:
    """Shut `persona` out of everything of `by`; `own` as in `Change`."""
    _row, made = Denial.objects.get_or_create(by=by, persona=persona)
    if made:
        _log([by.pk], persona.pk, Deed.SHUT_OUT, own=own)


@transaction.atomic
def allow(by: Persona, persona: Persona, *, own: bool = True) -> None:
    """Take a denial back."""
    if Denial.objects.filter(by=by, persona=persona).delete()[0]:
        _log([by.pk], persona.pk, Deed.LET_IN, own=own)


def silence(persona: Persona) -> None:
    """Let nothing of `persona` reach anybody from now on; twice is once."""
    Silence.objects.get_or_create(persona=persona, defaults={"since": clock.now()})


def give_voice(persona: Persona) -> None:
    """Let what is there of `persona` reach again whom it is for."""
    Silence.objects.filter(persona=persona).delete()


@transaction.atomic
def forget(persona_id: int) -> None:
    """Take somebody who is gone for good out of everybody's lists, and empty their own with their log."""
    Grant.objects.filter(part__owner=persona_id).delete()
    _take_out(Grant.objects.filter(persona=persona_id))
    shut_out = list(
        Denial.objects.filter(persona=persona_id).exclude(by=persona_id).values_list("by", flat=True)
    )
    Denial.objects.filter(Q(persona=persona_id) | Q(by=persona_id)).delete()
    _log(shut_out, persona_id, Deed.LET_IN, own=False)
    Change.objects.filter(owner=persona_id).delete()


def _log(owners: Iterable[int], persona_id: int, deed: Change.Deed, *, own: bool) -> None:
    moment = clock.now()
    Change.objects.bulk_create(
        [Change(owner_id=each, persona_id=persona_id, deed=deed, own=own, at=moment) for each in owners],
        batch_size=400,
    )


def _note(deed: Change.Deed, pairs: Iterable[tuple[Part, int]]) -> None:
    """Write into the log what became of somebody in a part, for those parts whose log is kept."""
    moment = clock.now()
    Change.objects.bulk_create(
        [
            Change(owner_id=part.owner_id, part=part, persona_id=persona_id, deed=deed, at=moment)
            for part, persona_id in pairs
            if part.kind in LOGGED
        ],
        batch_size=400,
    )


@transaction.atomic
def _take_out(grants: QuerySet[Grant]) -> None:
    out = [
        (each.part, each.persona_id) for each in grants.filter(part__kind__in=LOGGED).select_related("part")
    ]
    grants.delete()
    _note(Deed.OUT, out)


def admit_like(owner: Persona, persona: Persona, other: Persona) -> None:
    """Put `persona` into every list of `owner` that `other` is in, and shut them out if `owner` shuts `other` out."""
    parts = Grant.objects.filter(part__owner=owner, persona=other).values_list("part", flat=True)
    Grant.objects.bulk_create([Grant(part_id=each, persona=persona) for each in parts], ignore_conflicts=True)
    if Denial.objects.filter(by=owner, persona=other).exists():
        deny(owner, persona)


@transaction.atomic
def fill(owner: Persona, kind: str, ref: str, ids: set[int]) -> None:
    """Let a part of `owner` hold these personas and no others. Its log is not kept: not for ties and circles."""
    part = part_of(owner, kind, ref)
    there = set(Grant.objects.filter(part=part).values_list("persona", flat=True))
    Grant.objects.bulk_create(
        [Grant(part=part, persona_id=each) for each in ids - there], ignore_conflicts=True, batch_size=400
    )
    gone = list(there - ids)
    for start in range(0, len(gone), 400):
        Grant.objects.filter(part=part, persona__in=gone[start : start + 400]).delete()
