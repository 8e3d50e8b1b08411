"""Where the words of documents are looked up: SQLite's FTS5, or PostgreSQL's text search; one interface for both.

Words are folded before they come here (no accents, small letters), so both find the same.
"""

import re
from collections.abc import Sequence

from django.db import connection

from twofold.foundation.kit.text import folded

_LETTERS = re.compile(r"[^\W_]+", re.UNICODE)
MOST_WORDS = 12
LONGEST_WORD = 40


def lay(**_signal: object) -> None:
    """Make the index unless it is there; after every migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content='', "
                "contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
            )
        else:
            cursor.execute(
                "CREATE INDEX IF NOT EXISTS search_words ON search_document "
                "USING gin (to_tsvector('simple', words))"
            )


def split(text: str) -> list[str]:
    """The folded words of a text."""
    return [each[:LONGEST_WORD] for each in _LETTERS.findall(folded(text))]


def put(documents: Sequence[tuple[int, str]]) -> None:
    """Index the words of documents, by id, in the place of what was there. PostgreSQL reads them where they lie."""
    if connection.vendor == "sqlite":
        take_out([number for number, _words in documents])
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO search_words(rowid, words) VALUES (%s, %s)", documents)


def take_out(numbers: Sequence[int]) -> None:
    if connection.vendor == "sqlite" and numbers:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(each,) for each in numbers])


def matching(words: Sequence[str], phrases: Sequence[str]) -> tuple[str, str]:
    """A condition on documents as `d` in SQL, and its parameter: all words as beginnings of words, phrases whole."""
    words = [_one(word) for word in words]
    if connection.vendor == "sqlite":
        parts = [f'"{word}" *' for word in words] + [f'"{phrase}"' for phrase in phrases]
        return "d.id IN (SELECT rowid FROM search_words WHERE search_words MATCH %(words)s)", " AND ".join(
            parts
        )
    parts = [f"'{word}':*" for word in words]
    parts += ["(" + " <-> ".join(f"'{word}'" for word in phrase.split()) + ")" for phrase in phrases]
    return "to_tsvector('simple', d.words) @@ to_tsquery('simple', %(words)s)", " & ".join(parts)


def _one(word: str) -> str:
    """A plural with an s, as many languages make it, as its singular: that is the beginning of both."""
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "sui" else word


def spellings(words: Sequence[str]) -> set[str]:
    """Each word whole and with one letter left out; short words whole only."""
    found = set()
    for word in words[:MOST_WORDS]:
        found.add(word)
        if len(word) >= 4:
            found |= {word[:place] + word[place + 1 :] for place in range(len(word))}
    return found
