"""Things that are worth keeping in the memory of a process: bounded, the longest unused thrown away first."""

from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """Up to `most` things by key. Safe between threads: each step is one step of the interpreter."""

    def __init__(self, most: int):
        self.most = most
        self._things: OrderedDict[Hashable, Thing] = OrderedDict()

    def get(self, key: Hashable) -> Thing | None:
        """What is kept under `key`, or None."""
        try:
            self._things.move_to_end(key)
            return self._things[key]
        except KeyError:  # nothing there; or another thread has just thrown it away
            return None

    def put(self, key: Hashable, thing: Thing) -> Thing:
        """Keep `thing`; and return it."""
        self._things[key] = thing
        while len(self._things) > self.most:
            with suppress(KeyError):
                self._things.popitem(last=False)
        return thing

    def clear(self) -> None:
        self._things.clear()
