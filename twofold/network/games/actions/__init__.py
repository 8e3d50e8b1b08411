"""Writes of games: each one change, whole, with its fact."""

from twofold.network.games.actions.asking import accept, decline, invite, lapse, play_again, withdraw
from twofold.network.games.actions.ending import dissolve, erase, part, run_out
from twofold.network.games.actions.guessing import forget_old_words, guess
from twofold.network.games.actions.playing import give_time, move, offer_draw, refuse_draw, resign
from twofold.network.games.actions.quizzes import (
    drop_quiz,
    erase_quizzes,
    hand_in,
    make_quiz,
    part_sheets,
)
from twofold.network.games.actions.watching import agree, enter_table, leave_table, let_watch, stop_watching

__all__ = [
    "accept",
    "agree",
    "decline",
    "dissolve",
    "drop_quiz",
    "enter_table",
    "erase",
    "erase_quizzes",
    "forget_old_words",
    "give_time",
    "guess",
    "hand_in",
    "invite",
    "lapse",
    "leave_table",
    "let_watch",
    "make_quiz",
    "move",
    "offer_draw",
    "part",
    "part_sheets",
    "play_again",
    "refuse_draw",
    "resign",
    "run_out",
    "stop_watching",
    "withdraw",
]
