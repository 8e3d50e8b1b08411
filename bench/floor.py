"""The floor under the home feed as JSON: plain WSGI, the database's driver and msgspec; no framework, nothing cached.

It gives the very answer that the real server gives, the door asked for every line, from the same database. What it
leaves out is what a real server cannot: limits, languages, muted people, authors with very many followers, errors.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from html import escape
from typing import Any

import msgspec

from twofold.people.audiences.door import rule_sql

encode = msgspec.json.Encoder().encode
BASE = "http://localhost:8000"
AVATAR, HEADER = f"{BASE}/static/api/avatar.png", f"{BASE}/static/api/header.png"

_TOKEN = """SELECT tk.user_id, pe.network FROM api_accesstoken tk JOIN personas_persona pe ON pe.id = tk.user_id
WHERE tk.token_checksum = {0}"""
_POST = """po.id, po.network, po.published_at, po.edited_at, po.warning, po.language, po.html, po.comments_count,
 po.reposts_count, po.reactions_count, po.repost_of_id, au.scope, pe.id, pe.handle, pe.name, pe.pronouns, pe.line,
 pe.about, pe.place, pe.website, pe.picture, pe.banner, pe.reach, pe.kind,
 EXISTS (SELECT 1 FROM posts_reaction re WHERE re.post_id = po.id AND re.persona_id = {viewer}),
 EXISTS (SELECT 1 FROM posts_save sa WHERE sa.post_id = po.id AND sa.persona_id = {viewer}),
 EXISTS (SELECT 1 FROM posts_post mi WHERE mi.repost_of_id = po.id AND mi.author_id = {viewer} AND mi.live)"""
_JOINS = (
    "JOIN personas_persona pe ON pe.id = po.author_id JOIN audiences_audience au ON au.id = po.audience_id"
)
_HOME = """SELECT {columns} FROM feed_entry e JOIN posts_post po ON po.id = e.post_id {joins}
WHERE e.owner_id = {viewer} AND {door} ORDER BY e.position DESC, e.post_id DESC LIMIT 20"""
_SHOWN_AGAIN = "SELECT {columns} FROM posts_post po {joins} WHERE po.id IN ({ids})"
_TAGS = """SELECT ta.post_id, ha.name FROM posts_tagging ta JOIN posts_hashtag ha ON ha.id = ta.tag_id
WHERE ta.post_id IN ({ids})"""
_MENTIONS = """SELECT me.post_id, pe.id, pe.handle, pe.network FROM posts_mention me
JOIN personas_persona pe ON pe.id = me.persona_id WHERE me.post_id IN ({ids})"""


class Database:
    """One connection of the driver itself, with the settings that the real server has."""

    def __init__(self, settings: dict[str, Any]):
        self.lite = settings["ENGINE"].endswith("sqlite3")
        if self.lite:
            import sqlite3  # noqa: PLC0415 - the build that the settings chose

            self.connection: Any = sqlite3.connect(settings["NAME"], check_same_thread=False)
            for pragma in (
                "journal_mode=WAL",
                "synchronous=FULL",
                "mmap_size=268435456",
                "cache_size=-32000",
            ):
                self.connection.execute(f"PRAGMA {pragma}")
            self.read = lambda sql, values: self.connection.execute(sql, values).fetchall()
        else:
            self._postgres(settings)

    def _postgres(self, settings: dict[str, Any]) -> None:
        import psycopg  # noqa: PLC0415

        names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
        given = {theirs: settings[ours] for ours, theirs in names.items() if settings.get(ours)}
        self.connection = psycopg.connect(**given, autocommit=True, prepare_threshold=1)
        self.cursor = psycopg.Cursor(self.connection)
        self.cursor.format = psycopg.pq.Format.BINARY
        self.read = lambda sql, values: self.cursor.execute(sql, values, prepare=True).fetchall()

    def hole(self, number: int) -> str:
        return f"?{number}" if self.lite else "%s"

    def holes(self, number: int) -> str:
        return ",".join(["?" if self.lite else "%s"] * number)


def application(settings: dict[str, Any]) -> Callable:
    """A WSGI application that answers every request with the home feed of its token's persona."""
    database = Database(settings)
    mark = "%(viewer)s" if not database.lite else ":viewer"
    home = "%(home)s" if not database.lite else ":home"
    columns = _POST.format(viewer=mark)
    door = rule_sql(thing="po", viewer=mark, home=home)
    statement = _HOME.format(columns=columns, joins=_JOINS, viewer=mark, door=door)
    token = _TOKEN.format("?" if database.lite else "%s")

    def answer(environ: dict[str, Any], start: Callable) -> Iterable[bytes]:
        checksum = hashlib.sha256(environ["HTTP_AUTHORIZATION"][7:].encode()).hexdigest()
        viewer, network = database.read(token, (checksum,))[0]
        rows = database.read(statement, {"viewer": viewer, "home": network})
        body = encode(_statuses(database, rows, viewer, columns, mark))
        start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    answer.database = database  # type: ignore[attr-defined]
    return answer


def _statuses(database: Database, rows: list, viewer: int, columns: str, mark: str) -> list[dict[str, Any]]:
    again = [row[10] for row in rows if row[10]]
    shown = {}
    if again:
        # Named and numbered holes do not mix: these are ids that came from the database itself.
        ids = ",".join(map(str, again))
        found = database.read(_SHOWN_AGAIN.format(columns=columns, joins=_JOINS, ids=ids), {"viewer": viewer})
        shown = {row[0]: row for row in found}
    everything = [row[0] for row in rows] + list(shown)
    tags: dict[int, list] = {}
    for post, name in database.read(_TAGS.format(ids=database.holes(len(everything))), everything):
        tags.setdefault(post, []).append(name)
    mentions: dict[int, list] = {}
    for post, *who in database.read(_MENTIONS.format(ids=database.holes(len(everything))), everything):
        mentions.setdefault(post, []).append(who)

    def status(row: tuple) -> dict[str, Any]:
        return _status(row, shown.get(row[10]), tags.get(row[0], ()), mentions.get(row[0], ()), status)

    newest: dict[int, tuple] = {}
    for row in rows:
        newest.setdefault(row[10] or row[0], row)
    return [status(row) for row in newest.values()]


def _short(number: int) -> str:
    letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    text = ""
    while number:
        number, rest = divmod(number, 58)
        text = letters[rest] + text
    return text


def _moment(at: Any) -> str | None:
    if at is None:
        return None
    if isinstance(at, datetime):
        return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
    return f"{at[:10]}T{at[11:19]}.{at[20:23] or '000'}Z"


def _status(row: tuple, again: tuple | None, tags: Any, mentions: Any, status: Callable) -> dict[str, Any]:
    address = f"{BASE}/{row[1]}/posts/{_short(row[0])}/"
    counted = again or row
    return {
        "id": str(row[0]),
        "created_at": _moment(row[2]),
        "edited_at": _moment(row[3]),
        "sensitive": bool(row[4]),
        "spoiler_text": row[4],
        "visibility": {3: "public", 2: "unlisted", 1: "private", 0: "direct"}[row[11]],
        "language": row[5] or None,
        "uri": address,
        "url": address,
        "content": "" if row[10] else row[6].replace('href="/', f'href="{BASE}/'),
        "replies_count": counted[7],
        "reblogs_count": counted[8],
        "favourites_count": counted[9],
        "favourited": bool(counted[24]),
        "reblogged": bool(counted[26]),
        "bookmarked": bool(counted[25]),
        "account": _account(row),
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "quote": None,
        "reblog": status(again) if again else None,
        "muted": False,
        "pinned": False,
        "application": None,
        "media_attachments": [],
        "mentions": [
            {"id": str(pk), "username": name, "acct": name, "url": f"{BASE}/{network}/@{name}/"}
            for pk, name, network in mentions
        ],
        "tags": [{"name": name, "url": f"{BASE}/{row[1]}/tags/{name}/"} for name in tags],
        "emojis": [],
        "card": None,
        "poll": None,
        "filtered": [],
    }


def _account(row: tuple) -> dict[str, Any]:
    number, handle, name, pronouns, line, about, place, website, picture, banner, reach, kind = row[12:24]
    address = f"{BASE}/{row[1]}/@{handle}/"
    avatar = f"{BASE}/media/p/{picture}-medium.webp" if picture else AVATAR
    header = f"{BASE}/media/p/{banner}-large.webp" if banner else HEADER
    paragraphs = [part for part in (line, *about.split("\n\n")) if part.strip()]
    fields = (("Pronouns", pronouns), ("Place", place), ("Website", website))
    return {
        "id": str(number),
        "username": handle,
        "acct": handle,
        "display_name": name,
        "locked": False,
        "bot": False,
        "discoverable": reach == 3,
        "indexable": False,
        "group": kind == "page",
        "created_at": "2000-01-01T00:00:00.000Z",
        "note": "".join(f"<p>{'<br>'.join(escape(part).splitlines())}</p>" for part in paragraphs),
        "url": address,
        "uri": address,
        "avatar": avatar,
        "avatar_static": avatar,
        "header": header,
        "header_static": header,
        "followers_count": 0,
        "following_count": 0,
        "statuses_count": 0,
        "last_status_at": None,
        "hide_collections": True,
        "noindex": True,
        "emojis": [],
        "roles": [],
        "fields": [
            {"name": label, "value": escape(value), "verified_at": None} for label, value in fields if value
        ],
    }
