"""Writes of groups. The actor comes first; what they may not even know of is Absent."""

from twofold.network.groups.actions.calling import close_call, make_call, sign, unsign
from twofold.network.groups.actions.filing import add_file, drop_file
from twofold.network.groups.actions.joining import (
    admit_asking,
    decline,
    forget_member,
    invite,
    join,
    join_by_link,
    leave,
    make_link,
    refuse_asking,
    revoke_link,
    take_invitation_back,
)
from twofold.network.groups.actions.making import (
    archive_group,
    close_group,
    edit_group,
    make_group,
    show_group,
    shut,
)
from twofold.network.groups.actions.posting import approve, pin, take_out, write
from twofold.network.groups.actions.ruling import change_role, forgive, send_away
from twofold.network.groups.actions.writing import drop_sheet, write_sheet

__all__ = [
    "add_file",
    "admit_asking",
    "approve",
    "archive_group",
    "change_role",
    "close_call",
    "close_group",
    "decline",
    "drop_file",
    "drop_sheet",
    "edit_group",
    "forget_member",
    "forgive",
    "invite",
    "join",
    "join_by_link",
    "leave",
    "make_call",
    "make_group",
    "make_link",
    "pin",
    "refuse_asking",
    "revoke_link",
    "send_away",
    "show_group",
    "shut",
    "sign",
    "take_invitation_back",
    "take_out",
    "unsign",
    "write",
    "write_sheet",
]
