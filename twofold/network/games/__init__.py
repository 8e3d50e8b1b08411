"""Games of the social network: board games by turns between two friends, a word of the day, quizzes.

Owns games with their moves, who may watch one, who stands in the table among friends, tries at words, and quizzes.
Announces `GameAsked`, `GameAnswered`, `GameTurned`, `GameChanged`, `GameOver`, `GameGone`.
Forbids that anybody sees a game but those who play it and those whom both of them let watch; that a result is told to
anybody by itself; and any count of days in a row.
"""
