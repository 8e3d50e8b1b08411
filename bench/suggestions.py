"""How well suggestions find ties that were taken away, and what they cost.

python -m bench.suggestions --train FILE --test FILE [--interests FILE]

The files hold a tie a line, two names between white space; the interests a person, a thing and a weight. For everybody
who has a tie in the test file all others whom they have no tie with in the training file are put in order: by what the
pages serve (`twofold/reach/suggestions/scoring.py`), and by common neighbours, Adamic-Adar and resource allocation.
Printed are the means over these people of P@10, R@20 and the reciprocal rank of the first that was found (MRR). Those
whom a measure holds to be equal, all of whom it knows nothing among them, stand in an order that tells nothing.
Where the ties number people from 0 on and the interests have as many people under numbers of their own (as the
listening of `lastfm` does), the nth of these by number is person n of the ties.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from zlib import crc32

from twofold.reach.suggestions.scoring import likeliest

Ties = Mapping[str, set[str]]
Measure = Callable[[str], Mapping[str, float]]


def pairs(path: Path) -> Iterator[list[str]]:
    """The fields of each line; a first line that names them, comments and short lines are left out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        fields = line.replace(",", " ").split()
        if (
            len(fields) >= 2
            and not line.startswith(("#", "%"))
            and not (number == 0 and not fields[0].isdigit())
        ):
            yield fields


def ties_of(lines: Iterable[list[str]]) -> Ties:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other, *_rest in lines:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def aligned(told: list[list[str]], everybody: Iterable[str]) -> list[list[str]]:
    """Interests with people named as in the ties; as they are where the names are the same already."""
    people = {fields[0] for fields in told}
    if not all(each.isdigit() for each in [*people, *everybody]):
        return told
    numbered = sorted(people, key=int)
    most = max(map(int, everybody))
    if most >= len(numbered) or int(numbered[-1]) < len(numbered):
        return told
    place = {each: str(number) for number, each in enumerate(numbered)}
    return [[place[person], *rest] for person, *rest in told]


def neighbours(ties: Ties, part: Callable[[int], float]) -> Measure:
    """A sum over common neighbours, of what `part` says to how many ties each has."""

    def measure(person: str) -> Mapping[str, float]:
        found: dict[str, float] = defaultdict(float)
        for middle in ties[person]:
            worth = part(len(ties[middle]))
            for other in ties[middle]:
                found[other] += worth
        return found

    return measure


def ours(ties: Ties, interests: Iterable[list[str]]) -> Measure:
    """What is served, given what a page reads: the ties around somebody, and who has what they have."""
    having: dict[str, dict[str, float]] = defaultdict(dict)
    holders: dict[str, set[str]] = defaultdict(set)
    for person, thing, *weight in interests:
        having[person][thing] = float(weight[0]) if weight else 1.0
        holders[thing].add(person)

    def among(people: Sequence[str]) -> Ties:
        return {each: ties[each].intersection(people) for each in people}

    def measure(person: str) -> Mapping[str, float]:
        around = {each: ties[each] for each in ties[person]}
        found = likeliest(person, around, [holders[thing] for thing in having[person]], among)
        return {each: len(found) - rank for rank, each in enumerate(found)}

    return measure


def evaluate(measure: Measure, train: Ties, test: Ties, everybody: list[str]) -> tuple[float, float, float]:
    """P@10, R@20 and MRR, each the mean over those who have a tie in `test`."""
    totals, place = [0.0, 0.0, 0.0], {each: number for number, each in enumerate(everybody)}
    people = [each for each in test if test[each] - train[each]]
    for person in people:
        found = measure(person)
        others = [each for each in everybody if each != person and each not in train[person]]
        others.sort(key=lambda each: (-found.get(each, 0.0), place[each]))
        wanted = test[person] - train[person]
        ranks = [rank for rank, each in enumerate(others, 1) if each in wanted]
        totals[0] += sum(rank <= 10 for rank in ranks) / 10
        totals[1] += sum(rank <= 20 for rank in ranks) / len(wanted)
        totals[2] += 1 / ranks[0]
    return totals[0] / len(people), totals[1] / len(people), totals[2] / len(people)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.suggestions")
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--interests", type=Path)
    options = parser.parse_args()
    given = [path for path in (options.train, options.test, options.interests) if path]
    for path in given:
        if not path.is_file():
            print(f"{path} is not a file: give one with a tie a line.", file=sys.stderr)
            return 2
    train, test = ties_of(pairs(options.train)), ties_of(pairs(options.test))
    if not any(test[each] - train[each] for each in list(test)):
        print("The test file holds no tie that the training file does not.", file=sys.stderr)
        return 2
    everybody = sorted({*train, *test}, key=lambda each: (crc32(each.encode()), each))
    told = aligned(list(pairs(options.interests)), everybody) if options.interests else []
    measures = {
        "common neighbours": neighbours(train, lambda _ties: 1),
        "Adamic-Adar": neighbours(train, lambda ties: 1 / log(max(ties, 2))),
        "resource allocation": neighbours(train, lambda ties: 1 / ties),
        "ours, by ties alone": ours(train, []),
    }
    measures |= {"ours, with interests": ours(train, told)} if told else {}
    print(f"{'':<22}{'P@10':>8}{'R@20':>8}{'MRR':>8}")
    for name, measure in measures.items():
        figures = evaluate(measure, train, test, everybody)
        print(f"{name:<22}" + "".join(f"{each:8.4f}" for each in figures), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
