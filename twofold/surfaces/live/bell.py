"""Wakes the hub of the same process as soon as a signal is there to be read. Other processes look by themselves."""

from collections.abc import Callable

_listening: set[Callable[[], None]] = set()


def listen(call: Callable[[], None]) -> None:
    """Have `call` called, from any thread, after each transaction that left a signal."""
    _listening.add(call)


def leave(call: Callable[[], None]) -> None:
    _listening.discard(call)


def ring() -> None:
    for each in tuple(_listening):
        each()
