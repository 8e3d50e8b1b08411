"""Reads of albums, for a viewer."""

from twofold.network.albums.queries.items import Row, beside, item, item_of, items
from twofold.network.albums.queries.reading import (
    Cover,
    added_to,
    albums_of,
    asks_to_add,
    contributors,
    counted,
    deleted,
    from_ties,
    get,
    invitation,
    invitations,
    targets,
)

__all__ = [
    "Cover",
    "Row",
    "added_to",
    "albums_of",
    "asks_to_add",
    "beside",
    "contributors",
    "counted",
    "deleted",
    "from_ties",
    "get",
    "invitation",
    "invitations",
    "item",
    "item_of",
    "items",
    "targets",
]
