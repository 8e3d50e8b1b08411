"""Statuses, as the field calls posts. A status is sewn together from kept pieces:

head · counts · marks of the reader · account · tail. Head and tail are encoded once for each version of a post, the
account once for each version of its persona.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from twofold.network.posts.models import Post
from twofold.network.posts.queries import polls
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.queries import statuses
from twofold.surfaces.api.queries.statuses import Row
from twofold.surfaces.api.shapes.kept import Kept
from twofold.surfaces.api.shapes.parts import HOLE, POLL, head_of, tail_of
from twofold.surfaces.api.shapes.people import faces
from twofold.surfaces.api.shapes.polls import poll_shape

encode = msgspec.json.Encoder().encode
_POLL = b'"%b"' % POLL.encode()


class Pieces(NamedTuple):
    """`head` runs from the opening brace, `tail` up to the closing one.

    `keyed` when picture addresses have holes, `asks` when there is one for a poll.
    """

    head: bytes
    tail: bytes
    keyed: bool
    asks: bool


_kept: Kept[tuple[int, int], Pieces] = Kept(20_000)
_MARKS = {
    (liked, reposted, saved): b',"favourited":%b,"reblogged":%b,"bookmarked":%b,"account":'
    % tuple(b"true" if each else b"false" for each in (liked, reposted, saved))
    for liked in (False, True)
    for reposted in (False, True)
    for saved in (False, True)
}


def encoded(viewer: Viewer, ids: Sequence[int], *, key: bytes = b"") -> list[bytes]:
    """The statuses of posts that the door let through, in this order. `key` opens pictures that are not for everyone.

    One statement when every piece is kept; two more when something answers or quotes something else.
    """
    rows = statuses.rows(viewer, ids)
    shown_again = [row.repost_of for row in rows.values() if row.repost_of and row.repost_of not in rows]
    if shown_again:
        rows |= statuses.rows(viewer, shown_again)
    return sewn(viewer, [rows[each] for each in ids if each in rows], rows, key)


def sewn(viewer: Viewer, wanted: Iterable[Row], rows: dict[int, Row], key: bytes) -> list[bytes]:
    """The statuses of `wanted`; `rows` holds them and whatever they repost."""
    quoted = _quoted(viewer, rows, key)
    parents = _parents(viewer, rows)
    pieces = _pieces(rows)
    asked = _polls(viewer, [rows[pk] for pk, piece in pieces.items() if piece.asks])
    known = faces((row.author_id, row.author_version) for row in rows.values())

    def sew(row: Row) -> bytes:
        again = rows.get(row.repost_of) if row.repost_of else None
        shown = again or row
        piece = pieces[row.id]
        tail = piece.tail.replace(HOLE, key) if piece.keyed else piece.tail
        if piece.asks:
            tail = tail.replace(_POLL, asked.get(row.id, b"null"))
        return b"".join(
            (
                piece.head,
                b',"replies_count":%d,"reblogs_count":%d,"favourites_count":%d'
                % (shown.comments, shown.reposts, shown.reactions),
                _MARKS[shown.reaction is not None, bool(shown.reposted), bool(shown.saved)],
                known[row.author_id, row.author_version],
                b',"in_reply_to_id":%b,"in_reply_to_account_id":%b' % parents.get(row.id, (b"null", b"null")),
                b',"quote":',
                quoted.get(row.quote_of, b"null") if row.quote_of else b"null",
                b',"reblog":',
                sew(again) if again else b"null",
                tail,
                b"}",
            )
        )

    return [sew(row) for row in wanted if row.id in pieces and (row.author_id, row.author_version) in known]


def _pieces(rows: dict[int, Row]) -> dict[int, Pieces]:
    missing = _kept.missing((row.id, row.version) for row in rows.values())
    if missing:
        _kept.put(
            {(post.pk, post.version): _encode(post) for post in statuses.to_encode(pk for pk, _ in missing)}
        )
    found = {row.id: _kept.get((row.id, row.version)) for row in rows.values()}
    return {pk: piece for pk, piece in found.items() if piece is not None}


def _encode(post: Post) -> Pieces:
    head, tail = encode(head_of(post)), encode(tail_of(post))
    return Pieces(head[:-1], b"," + tail[1:-1], HOLE in tail, _POLL in tail)


def _polls(viewer: Viewer, rows: Sequence[Row]) -> dict[int, bytes]:
    """The polls of these posts for one reader; a statement where there are any."""
    found = polls(viewer, {row.id: row.author_id == viewer.id for row in rows})
    return {pk: encode(poll_shape(pk, poll)) for pk, poll in found.items()}


def _quoted(viewer: Viewer, rows: dict[int, Row], key: bytes) -> dict[int | None, bytes]:
    """What is quoted, where the reader may see it; a quote of a quote stays a link."""
    wanted = {row.quote_of for row in rows.values() if row.quote_of}
    seen = statuses.visible_ids(viewer, wanted) if wanted else set()
    if not seen:
        return {}
    inner = statuses.rows(viewer, list(seen))
    plain = {pk: row._replace(quote_of=None) for pk, row in inner.items()}
    encoded_rows = sewn(viewer, plain.values(), plain, key)
    return {
        pk: b'{"state":"accepted","quoted_status":%b}' % status
        for pk, status in zip(plain, encoded_rows, strict=False)
    }


def _parents(viewer: Viewer, rows: dict[int, Row]) -> dict[int, tuple[bytes, bytes]]:
    """What each answers: its parent if the reader may see it, else the head of the thread, which it may."""
    answers = [row for row in rows.values() if row.parent]
    if not answers:
        return {}
    ids = {each for row in answers for each in (row.parent, row.root)}
    seen = statuses.visible_ids(viewer, [each for each in ids if each])
    authors = {pk: row.author_id for pk, row in statuses.rows(viewer, list(seen)).items()}
    found = {}
    for row in answers:
        to = row.parent if row.parent in seen else row.root
        if to in authors:
            found[row.id] = (b'"%d"' % to, b'"%d"' % authors[to])
    return found


def forget() -> None:
    """Encode everything anew: for tests."""
    _kept.clear()
