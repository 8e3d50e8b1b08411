"""The data set's files: lines of fields between bars, the names of the fields in the first line."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction

AT_ONCE = 400


def rows(folder: Path, name: str) -> Iterator[list[str]]:
    """The lines of `name`_0_0.csv, without the first."""
    with (folder / f"{name}_0_0.csv").open(encoding="utf-8") as file:
        next(file)
        for line in file:
            yield line.rstrip("\r\n").split("|")


def moment(text: str) -> datetime:
    """A time as the files write it (2010-06-27T23:36:57.962+0000), or in milliseconds since 1970."""
    if text.isdigit():
        whole, rest = divmod(int(text), 1000)
        return datetime.fromtimestamp(whole, UTC).replace(microsecond=rest * 1000)
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%f%z").astimezone(UTC)


def many(what: str, wanted: Iterable[Any], act: Callable[[Any], None], say: Callable[[str], None]) -> None:
    """Call `act` with each, some hundred in one transaction, and say how far it is."""
    done, left = 0, iter(wanted)
    while batch := list(islice(left, AT_ONCE)):
        with transaction.atomic():
            for each in batch:
                act(each)
        done += len(batch)
        say(f"{what}: {done:,}")
