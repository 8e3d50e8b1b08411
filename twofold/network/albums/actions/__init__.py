"""Writes of albums: each one change, whole, with its fact."""

from twofold.network.albums.actions.filling import (
    add_pictures,
    arrange,
    caption_item,
    move_items,
    put_back,
    remove_items,
    restore_items,
    set_cover,
    shift,
    take_down,
)
from twofold.network.albums.actions.making import (
    change_album,
    chosen_spec,
    delete_album,
    forget_deleted,
    make_album,
    restore_album,
)
from twofold.network.albums.actions.sharing import accept, decline, dissolve, invite, part_albums, uninvite

__all__ = [
    "accept",
    "add_pictures",
    "arrange",
    "caption_item",
    "change_album",
    "chosen_spec",
    "decline",
    "delete_album",
    "dissolve",
    "forget_deleted",
    "invite",
    "make_album",
    "move_items",
    "part_albums",
    "put_back",
    "remove_items",
    "restore_album",
    "restore_items",
    "set_cover",
    "shift",
    "take_down",
    "uninvite",
]
