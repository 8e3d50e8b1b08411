"""The check-up of a server: each check looks at one thing and says what to do."""

import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection

from twofold.care.moderation.queries import unattended
from twofold.config.commands.ready import waiting_migrations
from twofold.config.upkeep import kept, promises
from twofold.config.upkeep.findings import Finding, mend, note, well
from twofold.foundation.courier import queries as courier
from twofold.foundation.kit import clock
from twofold.network.credentials import keys
from twofold.network.jobs.queries import feeds
from twofold.people.personas.models import Network
from twofold.reach.notifications import devices
from twofold.reach.notifications import keys as push_keys

LAG = timedelta(minutes=2)
APART = timedelta(seconds=5)
# The clock of a machine without battery starts long before this.
RELEASED = datetime(2026, 1, 1, tzinfo=UTC)


def examine() -> Iterator[Finding]:
    """Every finding, in the order of the checks; a check that breaks is a finding itself."""
    for check in CHECKS:
        try:
            yield from check()
        except Exception as problem:  # one broken thing must not hide the others
            subject = (check.__doc__ or check.__name__).rstrip(".")
            yield mend(f"{subject}: {type(problem).__name__}: {problem}", "Mend this first, then ask again.")


def database() -> Iterator[Finding]:
    """The database answers, promises durability, and has this version's tables."""
    broken = promises.broken()
    yield from (mend(each.wrong, each.do) for each in broken)
    if not broken:
        yield well(f"{promises.name()} keeps what it acknowledges.")
    if waiting := waiting_migrations():
        yield mend(
            f"{len(waiting)} changes of tables are waiting.", "Stop the server, run `twofold init`, start it."
        )
    else:
        yield well("The tables are those of this version.")


def storage() -> Iterator[Finding]:
    """The data folder can be written, by its owner alone, and has room."""
    yield from kept.folder_findings(Path(settings.DATA_DIR))


def secret() -> Iterator[Finding]:
    """The secret key is long, and nobody else's to read."""
    path = Path(settings.DATA_DIR) / "secret_key"
    if len(settings.SECRET_KEY) < 40:
        yield mend("The secret key is short.", "Take TWOFOLD_SECRET_KEY away: a good one is made by itself.")
    elif path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield mend("Others on this machine may read the secret key.", f"chmod 600 {path}")
    else:
        yield well("The secret key is long and its own.")


def badges() -> Iterator[Finding]:
    """The keys that sign badges are whole and nobody else's to read."""
    found = keys.kept_keys()
    loose = [
        path for path in keys.folder().glob("*.pem") if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    if loose:
        yield mend(
            "Others on this machine may read a key that signs badges.", f"chmod 600 {loose[0].parent}/*.pem"
        )
    else:
        yield well(f"Badges are signed with {found[0].name}." if found else "No badge was signed yet.")


def push() -> Iterator[Finding]:
    """Devices can be told."""
    missing = [network for network in Network.values if push_keys.kept_key(network) is None]
    loose = [
        path
        for path in push_keys.folder().glob("*.pem")
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    number, failing = devices.counts()
    if loose:
        yield mend(
            "Others on this machine may read a key that signs what devices are told.", f"chmod 600 {loose[0]}"
        )
    elif missing:
        yield mend("The keys are missing by which push services know this server.", "Run `twofold init`.")
    elif failing:
        yield note(
            f"{failing} of {number} devices were not reached lately.",
            "Can this machine reach the web by https? What is gone for good is forgotten by itself.",
        )
    else:
        yield well(f"{number} devices are told of what is new.")


def deliveries() -> Iterator[Finding]:
    """The courier delivers."""
    lag, given_up = courier.lag(), courier.failed()
    if lag > LAG:
        yield mend(
            f"{courier.waiting()} deliveries are due, the oldest since {int(lag.total_seconds())} s.",
            "Is `twofold serve` running? If it is, start `twofold worker` beside it, and look at its log.",
        )
    else:
        yield well("The courier keeps up.")
    for letter in given_up[:5]:
        yield note(
            f"{letter.fact} was given up for {letter.reaction}, {letter.happened_at:%Y-%m-%d %H:%M}: {letter.error}",
            "Nothing is lost but this one effect. If it returns, report it with this line.",
        )


def reports() -> Iterator[Finding]:
    """What people report is looked at."""
    for network, number in unattended().items():
        yield note(
            f"{number} reports wait in the {network} network, and nobody looks after it.",
            f"Name somebody: twofold moderators add {network} @handle",
        )


def job_feeds() -> Iterator[Finding]:
    """Jobs that come from elsewhere keep coming."""
    for each in feeds():
        if each.failures:
            yield note(
                f"Jobs of @{each.page.handle} do not come any more from {each.address}: {each.notes}.",
                "Mend the address, or let it go: twofold job-feeds",
            )


def time_of_day() -> Iterator[Finding]:
    """The clock is right."""
    ours, theirs = clock.now(), _database_clock()
    if ours < RELEASED:
        yield mend(
            f"The clock says {ours:%Y-%m-%d %H:%M}: that is past.", "Set it; best let it be set by NTP."
        )
    elif theirs and abs(theirs - ours) > APART:
        yield mend(
            f"This machine and the database disagree about the time by {abs(theirs - ours).total_seconds():.0f} s.",
            "Let NTP set the clocks of both.",
        )
    elif kept.newest_fact() > ours + APART:
        yield mend("Something happened in the future: the clock was set back.", "Let NTP set the clock.")
    else:
        yield well(f"The clock says {ours:%Y-%m-%d %H:%M} UTC.")


def _database_clock() -> datetime | None:
    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def address() -> Iterator[Finding]:
    """People reach this server safely."""
    at_home = settings.BASE_HOST in {"localhost", "127.0.0.1", "::1"}
    if settings.SECURE:
        yield well(f"{settings.BASE_URL}: cookies travel encrypted only.")
    elif at_home:
        yield note(
            f"{settings.BASE_URL} is for this machine alone.", "For others, set TWOFOLD_BASE_URL=https://…"
        )
    else:
        yield mend(
            f"{settings.BASE_URL} sends passwords unencrypted.",
            "Put a proxy with a certificate in front (docs/administration.md) and set TWOFOLD_BASE_URL=https://…",
        )
    for switch in ("DEBUG", "DEMO"):
        if getattr(settings, switch) and not at_home:
            yield mend(f"TWOFOLD_{switch} is on at a public address.", f"Take TWOFOLD_{switch} away.")


def mail() -> Iterator[Finding]:
    """Mail goes out."""
    backend = settings.EMAIL_BACKEND.rsplit(".", 2)[-2]
    if backend != "smtp":
        yield note(
            f"Mail goes to the {backend} only: nobody can confirm an address or reset a password.",
            "Set TWOFOLD_MAIL_URL=smtp+tls://user:password@host:587",
        )
        return
    try:
        with get_connection(timeout=5):
            yield well(f"{settings.EMAIL_HOST} takes our mail.")
    except OSError as problem:
        yield mend(f"{settings.EMAIL_HOST} does not take our mail: {problem}", "Look at TWOFOLD_MAIL_URL.")


def pages() -> Iterator[Finding]:
    """The files of the pages are gathered."""
    if (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield well("Styles, scripts and icons are gathered.")
    else:
        yield mend("Styles, scripts and icons are not gathered.", "Run `twofold init`.")


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    database,
    storage,
    secret,
    badges,
    push,
    deliveries,
    reports,
    job_feeds,
    time_of_day,
    address,
    mail,
    pages,
)
