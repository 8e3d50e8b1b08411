"""How somebody's skills suit a job, skill by skill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from twofold.network.jobs.models import JobSkill

# A must counts so much more than what would be nice.
_MUST, _NICE = 2, 1
_GOOD = 0.7
# A skill is met by its term, or by how it is written; one that is met in both ways counts once.
_GOOD_ONES = f"""
SELECT met.job_id FROM (
 SELECT sk.job_id, sk.must FROM jobs_jobskill sk WHERE sk.term_id IN ({{terms}})
 UNION ALL
 SELECT sk.job_id, sk.must FROM jobs_jobskill sk WHERE sk.folded IN ({{looks}})
  AND (sk.term_id IS NULL OR sk.term_id NOT IN ({{terms}}))) met
JOIN jobs_face fa ON fa.job_id = met.job_id GROUP BY met.job_id, fa.asked
HAVING SUM(CASE WHEN met.must THEN {_MUST} ELSE {_NICE} END) >= {_GOOD} * fa.asked"""


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
        met = sum(weight(each) for each, _mine in self.have)
        return bool(met) and met >= _GOOD * (met + sum(map(weight, self.lack)))


def weight(skill: JobSkill) -> int:
    """How much a skill says of whether somebody suits a job."""
    return _MUST if skill.must else _NICE


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


def good_ones(mine: Iterable[MySkill]) -> RawSQL:
    """As `Fit.good`, of all open jobs at once: the ids of those that suit, as SQL."""
    known = list(mine)
    terms = sorted({each.term for each in known if each.term}) or [0]
    looks = sorted({each.look for each in known}) or [""]
    marks = {"terms": ", ".join(["%s"] * len(terms)), "looks": ", ".join(["%s"] * len(looks))}
    return RawSQL(_GOOD_ONES.format(**marks), [*terms, *looks, *terms])
