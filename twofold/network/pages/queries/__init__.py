"""Reads of pages. Who runs a page is told to those who run it, and to nobody else."""

from twofold.network.pages.queries.numbers import Numbers, numbers
from twofold.network.pages.queries.organisations import (
    about,
    domains_of,
    found_pages,
    pages_run_by,
    proved_domains,
    waiting_offers,
)
from twofold.network.pages.queries.team import (
    admins_of,
    deeds,
    recruiters_of,
    role_of,
    running,
    team,
    wishes,
)

__all__ = [
    "Numbers",
    "about",
    "admins_of",
    "deeds",
    "domains_of",
    "found_pages",
    "numbers",
    "pages_run_by",
    "proved_domains",
    "recruiters_of",
    "role_of",
    "running",
    "team",
    "waiting_offers",
    "wishes",
]
