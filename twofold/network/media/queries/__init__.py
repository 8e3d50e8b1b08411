"""Reads of pictures, videos, uploads and the names on pictures."""

from twofold.network.media.queries.likeness import Look, look_of, own_alike
from twofold.network.media.queries.pictures import by_author, get, is_picture, is_portrait, own
from twofold.network.media.queries.serving import Served, network_of, served
from twofold.network.media.queries.tags import (
    asks_about_pictures,
    of_me,
    of_two,
    own_tag,
    people_on,
    proposals,
    tags_of,
)
from twofold.network.media.queries.uploads import unfinished, upload_of

__all__ = [
    "Look",
    "Served",
    "asks_about_pictures",
    "by_author",
    "get",
    "is_picture",
    "is_portrait",
    "look_of",
    "network_of",
    "of_me",
    "of_two",
    "own",
    "own_alike",
    "own_tag",
    "people_on",
    "proposals",
    "served",
    "tags_of",
    "unfinished",
    "upload_of",
]
