"""Reads of games, for a viewer."""

from twofold.network.games.queries.quizzes import own_sheet, quiz, quizzes, sheets
from twofold.network.games.queries.reading import (
    asked_and_on,
    finished,
    get,
    looking_at,
    turns,
    waits_for,
    watched,
    watchers,
)
from twofold.network.games.queries.table import SPAN, Line, stands, table
from twofold.network.games.queries.word import Fared, day_of, friends_fared, own_word

__all__ = [
    "SPAN",
    "Fared",
    "Line",
    "asked_and_on",
    "day_of",
    "finished",
    "friends_fared",
    "get",
    "looking_at",
    "own_sheet",
    "own_word",
    "quiz",
    "quizzes",
    "sheets",
    "stands",
    "table",
    "turns",
    "waits_for",
    "watched",
    "watchers",
]
