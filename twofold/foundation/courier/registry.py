"""Which reaction listens to which fact, and which duties return with the clock."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

FactType = TypeVar("FactType")


@dataclass(frozen=True)
class Reaction:
    """A function to call with a fact. `atomic` reactions run in the transaction that ticks them off."""

    name: str
    call: Callable[[Any], None]
    atomic: bool


@dataclass(frozen=True)
class Duty:
    """A function to call again and again, `every` so often."""

    name: str
    call: Callable[[], None]
    every: timedelta


_fact_types: dict[str, type] = {}
_reactions: dict[str, list[Reaction]] = defaultdict(list)
_at_once: dict[str, list[Callable[[Any], None]]] = defaultdict(list)
_by_name: dict[str, Reaction] = {}
_duties: dict[str, Duty] = {}


def on(fact_type: type[FactType], *, atomic: bool = True):
    """Register the decorated function as a reaction to `fact_type`.

    With `atomic=False` the reaction may take long or call out; it then must bear being run twice.
    """

    def register(call: Callable[[FactType], None]) -> Callable[[FactType], None]:
        name = f"{call.__module__.removeprefix('twofold.')}.{call.__name__}"
        reaction = Reaction(name, call, atomic)
        _fact_types[fact_type.__name__] = fact_type
        _reactions[fact_type.__name__].append(reaction)
        _by_name[name] = reaction
        return call

    return register


def at_once(fact_type: type[FactType]):
    """Register the decorated function to be called where `fact_type` is announced, in the transaction of the change.

    For a statement or two that must be there when the change is: it costs the request, and its failure undoes all.
    """

    def register(call: Callable[[FactType], None]) -> Callable[[FactType], None]:
        _at_once[fact_type.__name__].append(call)
        return call

    return register


def every(period: timedelta):
    """Register the decorated function as a duty that returns every `period`."""

    def register(call: Callable[[], None]) -> Callable[[], None]:
        name = f"{call.__module__.removeprefix('twofold.')}.{call.__name__}"
        _duties[name] = Duty(name, call, period)
        return call

    return register


def reactions_to(fact_name: str) -> list[Reaction]:
    return _reactions.get(fact_name, [])


def called_at_once(fact_name: str) -> list[Callable[[Any], None]]:
    return _at_once.get(fact_name, [])


def reaction_named(name: str) -> Reaction | None:
    return _by_name.get(name)


def fact_type_named(name: str) -> type | None:
    return _fact_types.get(name)


def duties() -> list[Duty]:
    return list(_duties.values())
