"""Tiles: drawn once for each look of a picture, then kept. They say nothing that depends on who looks but names."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept
from twofold.network.albums.queries import Row
from twofold.network.media.models import Picture

_kept: Kept[Markup] = Kept(40_000)
_grids: Kept[Markup] = Kept(200)


def tiles(network: str, rows: Iterable[Row], names: dict[int, tuple[str, ...]]) -> Markup:
    """A grid's pictures as HTML; `names` are of those on them, as far as the viewer may know."""
    shown, language = tuple(rows), get_language()
    key = (language, network, shown, tuple(sorted(names.items())))
    return _grids.get(key) or _grids.put(key, Markup("").join(_each(language, network, shown, names)))


def _each(
    language: str | None, network: str, rows: Iterable[Row], names: dict[int, tuple[str, ...]]
) -> Iterator[Markup]:
    for row in rows:
        yield _tile(language, network, row, names.get(row.picture, ()))


def row_of(picture: Picture) -> Row:
    """A picture outside of an album, as its tile needs it."""
    return Row(
        0, picture.pk, picture.author_id, picture.width, picture.height, picture.kind, picture.state,
        picture.seconds, picture.blurhash, picture.alt, "",
    )  # fmt: skip


def _tile(language: str | None, network: str, row: Row, names: tuple[str, ...]) -> Markup:
    key = (language, network, row, names)
    return _kept.get(key) or _kept.put(key, _drawn(network, row, names))


def _drawn(network: str, row: Row, names: tuple[str, ...]) -> Markup:
    template: Any = get_template("albums/_tile.html")
    return Markup(template.template.module.draw(network, row, names))
