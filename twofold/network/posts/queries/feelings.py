"""Who reacted, for the line under a post: what was felt, and by name those whom the viewer knows.

Named are ties of the viewer alone, who are there for them anyway. Everybody else stands on the post's own list of
reactions, as far as one may come across them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, NamedTuple

from twofold.foundation.kit.reading import read
from twofold.people.personas.viewers import Viewer

# Of a post with more reactions than this no more is read than what one's own ties felt.
FEW = 50
NAMED, SIGNS = 2, 3
_STEP = 8

_KNOWN = """pe.state = 0 AND NOT EXISTS (
 SELECT 1 FROM graph_mute mu WHERE mu.by_id = %(viewer)s AND mu.persona_id = pe.id)"""
_OF_FEW = f"""SELECT re.id, re.post_id, re.kind, re.persona_id, pe.name FROM posts_reaction re
LEFT JOIN graph_tie ti ON ti.owner_id = %(viewer)s AND ti.other_id = re.persona_id
LEFT JOIN personas_persona pe ON pe.id = ti.other_id AND {_KNOWN}
WHERE re.post_id IN ({{marks}})"""
# From one's ties to what they felt, never the other way: thousands may have reacted.
_OF_MANY = f"""SELECT re.id, re.post_id, re.kind, re.persona_id, pe.name FROM graph_tie ti
CROSS JOIN posts_reaction re JOIN personas_persona pe ON pe.id = ti.other_id
WHERE ti.owner_id = %(viewer)s AND re.persona_id = ti.other_id AND re.post_id IN ({{marks}}) AND {_KNOWN}"""


class Felt(NamedTuple):
    """`signs`: the kinds most felt, the commonest first. `names`: of ties who reacted, the latest first."""

    signs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


NOTHING = Felt()


def felt(viewer: Viewer, counts: Iterable[tuple[int, int]], hidden: Collection[int]) -> dict[int, Felt]:
    """What was felt about posts, by pairs of a post and its number of reactions.

    One statement, one more where a post has many. `hidden` are those who are not there for the viewer.
    """
    few: list[int] = []
    many: list[int] = []
    for post, number in counts:
        if number:
            (few if number <= FEW else many).append(post)
    found: dict[int, list] = defaultdict(list)
    for statement, posts in ((_OF_FEW, few), (_OF_MANY, many)):
        for row in _read(statement, viewer, posts) if posts else ():
            if row[3] not in hidden:
                found[row[1]].append(row)
    return {post: _summed(rows) for post, rows in found.items()}


@cache
def _statement(statement: str, number: int) -> str:
    return statement.format(marks=", ".join(f"%(i{place})s" for place in range(number)))


def _read(statement: str, viewer: Viewer, posts: list[int]) -> list[tuple]:
    # Few lengths, few statements to prepare; nothing has the id 0.
    wanted = [*posts, *([0] * (-len(posts) % _STEP))]
    params: dict[str, Any] = {f"i{place}": each for place, each in enumerate(wanted)}
    return read(_statement(statement, len(wanted)), {"viewer": viewer.id, **params})


def _summed(rows: list[tuple]) -> Felt:
    kinds: dict[str, int] = {}
    for row in rows:
        kinds[row[2]] = kinds.get(row[2], 0) + 1
    known = [(row[0], row[4]) for row in rows if row[4] is not None]
    known.sort(reverse=True)
    signs = sorted(kinds, key=lambda kind: (-kinds[kind], kind)) if len(kinds) > 1 else kinds
    return Felt(tuple(signs)[:SIGNS], tuple(name for _place, name in known[:NAMED]))
