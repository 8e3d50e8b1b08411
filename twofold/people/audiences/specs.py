"""What a person chooses in the audience picker, before it is an audience."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Refused
from twofold.people.audiences.models import Scope


@dataclass(frozen=True, order=True)
class PartRef:
    """A part by what it is: `kind` and `ref` as in `Part`, and how many steps from it (2: the ties of those in it)."""

    kind: str
    ref: str = ""
    steps: int = 1


@dataclass(frozen=True)
class AudienceSpec:
    """A composition: a scope, the parts it is the union of, and the exceptions.

    `named` and `except_named` are ids of personas.
    """

    scope: Scope = Scope.PARTS
    parts: frozenset[PartRef] = field(default_factory=frozenset)
    named: frozenset[int] = field(default_factory=frozenset)
    except_parts: frozenset[PartRef] = field(default_factory=frozenset)
    except_named: frozenset[int] = field(default_factory=frozenset)

    def recipe(self) -> str:
        """The same text for the same composition, whatever the order in which it was chosen."""

        def parts(refs: frozenset[PartRef]) -> str:
            return ",".join(f"{each.kind}/{each.ref}/{each.steps}" for each in sorted(refs))

        def people(ids: frozenset[int]) -> str:
            return ",".join(str(each) for each in sorted(ids))

        return "|".join(
            [
                str(int(self.scope)),
                parts(self.parts),
                people(self.named),
                parts(self.except_parts),
                people(self.except_named),
            ]
        )


TIES = PartRef("ties")
TIES_OF_TIES = PartRef("ties", steps=2)
# Whoever is near the employer: kept by care/privacy for those who hide something from there.
SHIELD = PartRef("shield")


def staff_of(page_id: int) -> PartRef:
    """Whoever works for another page: kept by care/privacy for those who hide something from there."""
    return PartRef("staff", str(page_id))


def ties_of_kind(kind: str) -> PartRef:
    """The ties that their owner holds to be of this kind (family, mentor, …)."""
    return PartRef("ties", kind)


def circle(circle_id: int) -> PartRef:
    return PartRef("circle", str(circle_id))


EVERYONE = AudienceSpec(Scope.EVERYONE)
MEMBERS = AudienceSpec(Scope.MEMBERS)
ALL_TIES = AudienceSpec(parts=frozenset({TIES}))
FRIENDS_OF_FRIENDS = AudienceSpec(parts=frozenset({TIES, TIES_OF_TIES}))
ONLY_ME = AudienceSpec(Scope.ONLY_ME)


def named(ids: set[int] | frozenset[int]) -> AudienceSpec:
    return AudienceSpec(named=frozenset(ids))


_ALONE = {"everyone": EVERYONE, "members": MEMBERS, "me": ONLY_ME}


def parse(choices: Iterable[str], exceptions: Iterable[str] = ()) -> AudienceSpec:
    """The composition that a form's values name.

    Each value is "everyone", "members", "ties", "fof" (ties and theirs), "kind:family", "circle:ID", "named:ID" (one
    person) or "me"; IDs as they stand in addresses. The widest of everyone and members swallows the rest; "me" counts
    only when it stands alone. Raises Refused for anything else, and for nothing at all.
    """
    chosen = set(choices) - {""}
    parts, named_ids = _read(chosen - set(_ALONE))
    except_parts, except_named = _read(set(exceptions) - {""})
    if not chosen:
        raise Refused(_("Choose who may see this."), field="audience")
    scope = Scope.PARTS
    if widest := chosen & {"everyone", "members"}:
        scope = Scope.EVERYONE if "everyone" in widest else Scope.MEMBERS
        parts, named_ids = frozenset(), frozenset()
    elif chosen == {"me"}:
        return ONLY_ME
    return AudienceSpec(scope, parts, named_ids, except_parts, except_named)


def choices_of(spec: AudienceSpec) -> tuple[list[str], list[str]]:
    """What to tick in a form to get `spec` again: the inverse of `parse`."""
    alone = {Scope.EVERYONE: "everyone", Scope.MEMBERS: "members", Scope.ONLY_ME: "me"}.get(spec.scope)
    return [alone] if alone else _values(spec.parts, spec.named), _values(
        spec.except_parts, spec.except_named
    )


def _read(values: set[str]) -> tuple[frozenset[PartRef], frozenset[int]]:
    parts: set[PartRef] = set()
    people: set[int] = set()
    for value in values:
        word, _colon, rest = value.partition(":")
        try:
            if value == "ties":
                parts.add(TIES)
            elif value == "fof":
                parts |= {TIES, TIES_OF_TIES}
            elif word == "kind" and rest.isascii() and rest.isalpha() and len(rest) <= 12:
                parts.add(ties_of_kind(rest))
            elif word == "circle":
                parts.add(circle(decode(rest)))
            elif word == "named":
                people.add(decode(rest))
            else:
                raise ValueError(value)
        except ValueError:
            raise Refused(_("Choose who may see this again."), field="audience") from None
    return frozenset(parts), frozenset(people)


def _values(parts: frozenset[PartRef], people: frozenset[int]) -> list[str]:
    values = []
    for part in sorted(parts):
        if part == TIES_OF_TIES:
            values.append("fof")
        elif part == TIES:
            values += [] if TIES_OF_TIES in parts else ["ties"]
        elif part.kind == "ties":
            values.append(f"kind:{part.ref}")
        else:
            values.append(f"{part.kind}:{encode(int(part.ref))}")
    return values + [f"named:{encode(each)}" for each in sorted(people)]
