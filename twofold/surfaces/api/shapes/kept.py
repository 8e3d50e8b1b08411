"""A bounded store of encoded pieces, shared by the threads of a process."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Piece = TypeVar("Piece")


class Kept(Generic[Key, Piece]):
    """Pieces by key; the ones that were put first go first. A key names its version, so nothing in it is ever stale."""

    def __init__(self, most: int):
        self.most = most
        self._pieces: OrderedDict[Key, Piece] = OrderedDict()
        self._lock = threading.Lock()
        self.get = self._pieces.get

    def put(self, pieces: dict[Key, Piece]) -> None:
        with self._lock:
            self._pieces.update(pieces)
            while len(self._pieces) > self.most:
                self._pieces.popitem(last=False)

    def missing(self, keys: Iterable[Key]) -> list[Key]:
        return [key for key in keys if key not in self._pieces]

    def clear(self) -> None:
        with self._lock:
            self._pieces.clear()
