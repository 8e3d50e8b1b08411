"""Our answers against those of a public social network data set: `python -m bench.snb FOLDER`.

Loads the data set into a database of its own through our actions, answers its questions by our own queries, applies
its later events, answers again and compares with `expected.jsonl`. These are checks of correctness; nothing printed
here is a result of that benchmark.

Two things are compared as we keep them, not as the files write them: text without white space at its ends, and names
as one name. Of IS1 our network knows the name and the place; gender, birthday, address, browser and the day of joining
come from the loader's notes, and so does the forum of IS6, for forums have no tables yet.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench.fresh import begin

FOLDER = begin()

from twofold.config.snb import apply_updates, load  # noqa: E402 - Django must be set up before models are read
from twofold.config.snb.loading import places  # noqa: E402
from twofold.config.snb.rows import moment as when  # noqa: E402
from twofold.config.snb.world import World  # noqa: E402
from twofold.foundation.kit.text import clean_block  # noqa: E402
from twofold.network.posts import queries as posts  # noqa: E402
from twofold.network.posts.models import Post  # noqa: E402
from twofold.people.audiences.queries import by_ids  # noqa: E402
from twofold.people.graph import queries as graph  # noqa: E402
from twofold.people.personas.viewers import Viewer  # noqa: E402

# More rows than asked for are read, so that those of one moment can be put into the data set's own order.
SPARE = 40


class Answers:
    """The questions of the data set, each answered by the queries that our pages use."""

    def __init__(self, world: World, names_of_places: dict[str, str]):
        self.world = world
        self.places = names_of_places
        self.person_of: dict[int, int] = {}
        self.message_of: dict[int, int] = {}
        self.learn()
        self.reader = Viewer.of(world.social(next(iter(world.members))))

    def learn(self) -> None:
        """Whom of the data set our ids stand for."""
        self.person_of = {member.social: number for number, member in self.world.members.items()}
        self.message_of = {ours: number for number, ours in self.world.messages.items()}

    def viewer(self, person: int) -> Viewer:
        return Viewer.of(self.world.social(person))

    def person(self, persona) -> list:
        """Number, first and last name: the split of the name is the data set's, the name ours."""
        number = self.person_of[persona.pk]
        member = self.world.members[number]
        kept = f"{member.first} {member.last}"
        return [number, member.first, member.last] if persona.name == kept else [number, persona.name, ""]

    def message(self, post: Post) -> list:
        return [self.message_of[post.pk], post.text]

    def is1(self, personId: int) -> list:
        persona = by_ids(self.reader, [self.world.members[personId].social])[
            self.world.members[personId].social
        ]
        facts = self.world.members[personId].facts
        city = int(facts["city"]) if persona.place == self.places[facts["city"]] else persona.place
        joined = moment(when(facts["created"]))
        _number, first, last = self.person(persona)
        return [
            [
                first,
                last,
                facts["birthday"],
                facts["address"],
                facts["browser"],
                city,
                facts["gender"],
                joined,
            ]
        ]

    def is2(self, personId: int) -> list:
        found = posts.written_by(self.reader, [self.world.members[personId].social], size=10 + SPARE)
        rows = []
        for post in found:
            root = post.root or post
            rows.append(
                [
                    *self.message(post),
                    moment(post.published_at),
                    self.message_of[root.pk],
                    *self.person(root.author),
                ]
            )
        return sorted(rows, key=lambda row: (row[2], row[0]), reverse=True)[:10]

    def is3(self, personId: int) -> list:
        viewer, rows, cursor = self.viewer(personId), [], None
        while True:
            page = graph.ties_of(viewer, before=cursor, size=80)
            rows += [[*self.person(tie.other), moment(tie.since)] for tie in page]
            cursor = page.after
            if cursor is None:
                return newest_first(rows, 3, 0)

    def is4(self, messageId: int) -> list:
        post = posts.get(self.reader, self.world.messages[messageId])
        return [[post.text, moment(post.published_at)]]

    def is5(self, messageId: int) -> list:
        return [self.person(posts.get(self.reader, self.world.messages[messageId]).author)]

    def is6(self, messageId: int) -> list:
        post = posts.get(self.reader, self.world.messages[messageId])
        number = self.world.forum_of[self.message_of[post.root_id or post.pk]]
        forum = self.world.forums[number]
        moderator = self.world.members[forum.moderator].social
        return [[number, forum.title, *self.person(by_ids(self.reader, [moderator])[moderator])]]

    def is7(self, messageId: int) -> list:
        post = posts.get(self.reader, self.world.messages[messageId])
        found = posts.replies(self.reader, post.pk, size=1000)
        known = graph.relations(Viewer.of(post.author), {each.author_id for each in found})
        rows = [
            [
                *self.message(each),
                moment(each.published_at),
                *self.person(each.author),
                known[each.author_id].tied,
            ]
            for each in found
        ]
        return newest_first(rows, 2, 3)

    def ic2(self, personId: int, maxDate: str) -> list:
        viewer = self.viewer(personId)
        found = posts.written_by(viewer, graph.around(viewer, within=1), until=read(maxDate), size=20 + SPARE)
        rows = [[*self.person(each.author), *self.message(each), moment(each.published_at)] for each in found]
        return newest_first(rows, 5, 3)[:20]

    def ic8(self, personId: int) -> list:
        viewer = self.viewer(personId)
        found = posts.replies_to(viewer, viewer.persona, size=20 + SPARE)
        rows = [[*self.person(each.author), moment(each.published_at), *self.message(each)] for each in found]
        return newest_first(rows, 3, 4)[:20]

    def ic9(self, personId: int, maxDate: str) -> list:
        viewer = self.viewer(personId)
        found = posts.written_by(viewer, graph.around(viewer, within=2), until=read(maxDate), size=20 + SPARE)
        rows = [[*self.person(each.author), *self.message(each), moment(each.published_at)] for each in found]
        # Up to the date for friends, before it for theirs: so the data set words its two questions.
        return newest_first([row for row in rows if row[5] < moment(read(maxDate))], 5, 3)[:20]

    def ic13(self, person1Id: int, person2Id: int) -> list:
        if not {person1Id, person2Id} <= self.world.members.keys():
            return [[-1]]  # some questions name people who are not in the data
        steps = graph.distance(self.viewer(person1Id), self.world.social(person2Id), longest=50)
        return [[-1 if steps is None else steps]]


def moment(time_: datetime) -> str:
    return time_.astimezone(UTC).isoformat(timespec="milliseconds")


def read(text: str) -> datetime:
    return datetime.fromisoformat(text.removeprefix("ts:"))


def newest_first(rows: list[list], date: int, number: int) -> list[list]:
    return sorted(sorted(rows, key=lambda row: row[number]), key=lambda row: row[date], reverse=True)


def as_kept(rows: list[list]) -> list[list]:
    """Expected rows with text as we keep text."""
    return [[clean_block(value) if isinstance(value, str) else value for value in row] for row in rows]


def compare(phase: str, answers: Answers, expected: list[dict], wrong: list[str]) -> Counter:
    agreed: Counter = Counter()
    for line in expected:
        ask: Callable | None = getattr(answers, line["query"].lower(), None)
        if line["phase"] != phase or ask is None or line["rows"] is None:
            continue
        ours, theirs = ask(**line["params"]), as_kept(line["rows"])
        agreed[line["query"], ours == theirs] += 1
        if ours != theirs:
            wrong.append(f"{phase} {line['query']} {line['params']}\n  ours   {ours}\n  theirs {theirs}")
    return agreed


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/ldbc-snb-tiny")
    if not (folder / "expected.jsonl").exists():
        print(f"{folder} holds no expected.jsonl: give the folder of the data set.", file=sys.stderr)
        return 2
    expected = [json.loads(line) for line in (folder / "expected.jsonl").read_text().splitlines()]
    start = time.monotonic()
    world = load(folder, progress=lambda _words: None)
    print(
        f"loaded {len(world.members)} people and {len(world.messages):,} messages in {time.monotonic() - start:.0f} s"
    )
    wrong: list[str] = []
    answers = Answers(world, places(folder / "static"))
    agreed = compare("initial", answers, expected, wrong)
    start = time.monotonic()
    apply_updates(world, folder, progress=lambda _words: None)
    print(f"applied the later events in {time.monotonic() - start:.0f} s")
    answers.learn()
    agreed += compare("after_updates", answers, expected, wrong)
    for query in sorted({query for query, _same in agreed}):
        print(f"  {query}: {agreed[query, True]} of {agreed[query, True] + agreed[query, False]}")
    print("\n".join(wrong[:20]))
    print(f"snb: {sum(n for (_q, same), n in agreed.items() if same)} of {agreed.total()} agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
