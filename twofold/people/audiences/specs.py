"""What a person chooses in the audience picker, before it is an audience."""

from dataclasses import dataclass, field

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
