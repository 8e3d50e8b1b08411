"""Writes of pages. The actor comes first; whoever does not run the page finds it absent."""

from twofold.network.pages.actions.domains import add_domain, ask_domain, check_domain, drop_domain, recheck
from twofold.network.pages.actions.making import close_page, edit_page, make_page
from twofold.network.pages.actions.team import (
    accept_role,
    change_role,
    decline_role,
    drop_wish,
    give_role,
    offer_role,
    take_role,
    wish_to_help,
)
from twofold.network.pages.actions.visiting import count_visit

__all__ = [
    "accept_role",
    "add_domain",
    "ask_domain",
    "change_role",
    "check_domain",
    "close_page",
    "count_visit",
    "decline_role",
    "drop_domain",
    "drop_wish",
    "edit_page",
    "give_role",
    "make_page",
    "offer_role",
    "recheck",
    "take_role",
    "wish_to_help",
]
