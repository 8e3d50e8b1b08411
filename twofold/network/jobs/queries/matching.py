"""How somebody's skills suit a job, skill by skill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twofold.network.jobs.models import JobSkill

# A must counts so much more than what would be nice.
_MUST, _NICE = 2, 1
_GOOD = 0.7


@dataclass(frozen=True)
class MySkill:
    """A skill as its owner typed it: `look` is its folded name, `term` the term that it is, if it is one."""

    name: str
    look: str
    term: int | None = None


@dataclass(frozen=True)
class Fit:
    """`have` are pairs of what is asked for and by which skill of one's own it is met; `lack` what is not."""

    have: Sequence[tuple[JobSkill, MySkill]]
    lack: Sequence[JobSkill]

    @property
    def asked(self) -> int:
        return len(self.have) + len(self.lack)

    @property
    def good(self) -> bool:
        met = sum(_MUST if each.must else _NICE for each, _mine in self.have)
        missing = sum(_MUST if each.must else _NICE for each in self.lack)
        return bool(met) and met / (met + missing) >= _GOOD


def fits(mine: Iterable[MySkill], asked: Sequence[JobSkill]) -> Fit:
    """Compare by term first, so that synonyms count, else by how it is written."""
    known = list(mine)
    by_term = {each.term: each for each in known if each.term}
    by_look = {each.look: each for each in known}
    have, lack = [], []
    for each in asked:
        met = by_term.get(each.term_id) if each.term_id else None
        met = met or by_look.get(each.folded)
        if met:
            have.append((each, met))
        else:
            lack.append(each)
    return Fit(have, lack)
