"""Reads of personas that ask no door: for actions that check names, and for an owner's own.

Finding somebody for a viewer goes through the door, which stands a floor higher: see `audiences/queries.py`
(`by_handle`, `by_handles`, `by_ids`, `mention_candidates`).
"""

from twofold.people.personas.handles import skeleton
from twofold.people.personas.models import Persona, PersonaQuerySet


def called(network: str, handle: str) -> PersonaQuerySet:
    """The persona of `network` whose handle looks like this one, if there is one: at most one row."""
    return Persona.objects.filter(network=network, skeleton=skeleton(handle))


def is_taken(network: str, handle: str, *, besides: int = 0) -> bool:
    """Whether somebody has a handle in `network` that looks like this one; the erased keep theirs."""
    return called(network, handle).exclude(pk=besides).exists()
