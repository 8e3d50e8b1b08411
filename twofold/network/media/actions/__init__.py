"""Writes of pictures, videos, uploads and the names on pictures."""

from twofold.network.media.actions.captioning import add_captions, drop_captions
from twofold.network.media.actions.placing import place_in, release, sweep
from twofold.network.media.actions.portraits import SHAPES, take_in_portrait
from twofold.network.media.actions.preparing import prepare, take_up_again
from twofold.network.media.actions.tagging import (
    confirm_tag,
    decline_tag,
    part_tags,
    propose_tag,
    withdraw_tag,
)
from twofold.network.media.actions.taking import (
    VARIANTS,
    Ready,
    captions_name,
    describe,
    file_name,
    film_name,
    keep,
    make_ready,
    original_name,
    take_in,
)
from twofold.network.media.actions.uploading import Elsewhere, add_piece, begin_upload, end_upload

__all__ = [
    "SHAPES",
    "VARIANTS",
    "Elsewhere",
    "Ready",
    "add_captions",
    "add_piece",
    "begin_upload",
    "captions_name",
    "confirm_tag",
    "decline_tag",
    "describe",
    "drop_captions",
    "end_upload",
    "file_name",
    "film_name",
    "keep",
    "make_ready",
    "original_name",
    "part_tags",
    "place_in",
    "prepare",
    "propose_tag",
    "release",
    "sweep",
    "take_in",
    "take_in_portrait",
    "take_up_again",
    "withdraw_tag",
]
