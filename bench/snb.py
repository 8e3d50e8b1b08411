"""Our answers against those of a public social network data set: `python -m bench.snb FOLDER`.

Loads the data set into a database of its own through our actions, answers its questions by our own queries, applies
its later events, answers again and compares with `expected.jsonl`. These are checks of correctness; nothing printed
here is a result of that benchmark.

Two things are compared as we keep them, not as the files write them: text without white space at its ends, and names
as one name. Of IS1 our network knows the name and the place; gender, birthday, address, browser and the day of joining
come from the loader's notes. Forums are groups. Questions of places and topics: `snb_topics.py`.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from babel import Locale

from bench.fresh import begin

FOLDER = begin()

from bench.snb_topics import Topics  # noqa: E402
from twofold.config.snb import apply_updates, load  # noqa: E402 - Django must be set up before models are read
from twofold.config.snb.acting import language  # noqa: E402
from twofold.config.snb.rows import moment as when  # noqa: E402
from twofold.config.snb.rows import rows as lines_of  # noqa: E402
from twofold.config.snb.statics import spoken  # noqa: E402
from twofold.config.snb.world import World  # noqa: E402
from twofold.foundation.kit.text import clean_block  # noqa: E402
from twofold.network.groups import queries as groups  # noqa: E402
from twofold.network.posts import queries as posts  # noqa: E402
from twofold.network.posts.models import Post  # noqa: E402
from twofold.network.profiles import queries as profiles  # noqa: E402
from twofold.network.profiles.models import Entry  # noqa: E402
from twofold.people.audiences.queries import by_ids  # noqa: E402
from twofold.people.graph import queries as graph  # noqa: E402
from twofold.people.personas.viewers import Viewer  # noqa: E402
from twofold.surfaces.web.pages.way import lively_first  # noqa: E402

# More rows than asked for are read, so that those of one moment can be put into the data set's own order.
SPARE = 40
LANGUAGES = sorted(code for code in Locale("en").languages if len(code) == 2)


class Answers(Topics):
    """The questions of the data set, each answered by the queries that our pages use."""

    def __init__(self, world: World, static: Path):
        self.world = world
        super().__init__(world, static)
        # Names as the files write them, by number.
        self.places = {row[0]: row[1] for row in lines_of(static, "place")}
        self.organisations = {row[0]: row[2] for row in lines_of(static, "organisation")}
        self.person_of: dict[int, int] = {}
        self.message_of: dict[int, int] = {}
        self.page_of: dict[int, str] = {}
        self.forum_of: dict[int, int] = {}
        self.learn()
        self.reader = Viewer.of(world.social(next(iter(world.members))))

    def learn(self) -> None:
        """Whom of the data set our ids stand for."""
        members = self.world.members.items()
        self.person_of = {
            ours: number for number, each in members for ours in (each.social, each.professional)
        }
        self.forum_of = {each.group: number for number, each in self.world.forums.items()}
        self.page_of = {ours: number for number, ours in self.world.organisations.items()}
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
        kept = persona.place == spoken(self.places[facts["city"]])
        city = int(facts["city"]) if kept else persona.place
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
        group = groups.get(self.reader, groups.group_of_post(post.root_id or post.pk)).group
        owner = groups.keepers(self.reader, group)[0].persona
        return [[self.forum_of[group.pk], group.name, *self.person(owner)]]

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

    def ic1(self, personId: int, firstName: str) -> list:
        viewer = Viewer.of(self.world.professional(personId))
        found, cursor = [], None
        while True:
            page = graph.find(viewer, name=firstName, before=cursor, size=80)
            near = graph.degrees(viewer, [each.pk for each in page])
            found += [(each, near[each.pk]) for each in page if near[each.pk] and each.pk in self.person_of]
            cursor = page.after
            if cursor is None:
                break
        rows = [[*self.person(each), degree, each] for each, degree in found]
        named = sorted((row for row in rows if row[1] == firstName), key=lambda row: (row[3], row[2], row[0]))
        return [[row[0], row[2], row[3], *self.profile(viewer, row[4])] for row in named[:20]]

    def profile(self, viewer: Viewer, persona) -> list:
        """What a profile says: the name of the place, studies and work; the rest from the loader's notes."""
        facts = self.world.members[self.person_of[persona.pk]].facts
        city = self.places[facts["city"]]
        shown = {each.section.kind.value: each for each in profiles.sections(viewer, persona)}
        entries = {kind: [line.entry for line in each.lines] for kind, each in shown.items()}
        spoken_here = {language(code): code for code in LANGUAGES}
        return [
            facts["birthday"],
            moment(when(facts["created"])),
            facts["gender"],
            facts["browser"],
            facts["address"],
            facts["mails"].split(";"),
            [spoken_here.get(each.title, each.title) for each in entries["language"]],
            city if persona.place == spoken(city) else persona.place,
            [self.station(each, each.ended) for each in entries["education"]],
            [self.station(each, each.began) for each in entries["experience"]],
        ]

    def station(self, entry: Entry, at: date | None) -> list:
        """An organisation with a year and its place, spelt as in the files where it is kept as there."""
        page = entry.organisation
        assert page is not None
        assert at is not None
        place = next((each for each in self.places.values() if spoken(each) == page.place), page.place)
        return [self.organisation(page), str(at.year), place]

    def organisation(self, page) -> str:
        written = self.organisations[self.page_of[page.pk]]
        return written if page.name == spoken(written) else page.name

    def ic5(self, personId: int, minDate: str) -> list:
        viewer = self.viewer(personId)
        near = graph.around(viewer, within=2)
        found = groups.arrivals(viewer, near, since=read(minDate))
        rows = sorted(found, key=lambda each: (-each.said, self.forum_of[each.group.pk]))
        return [[each.group.name, each.said] for each in rows[:20]]

    def ic11(self, personId: int, countryName: str, workFromYear: int) -> list:
        viewer = Viewer.of(self.world.professional(personId))
        before = date(workFromYear, 1, 1)
        found = profiles.insiders(viewer, spoken(countryName), before=before)
        rows = []
        for each in found:
            page, began = each.entry.organisation, each.entry.began
            assert page is not None
            assert began is not None
            rows.append([*self.person(each.persona), self.organisation(page), began.year])
        rows.sort(key=lambda row: row[3], reverse=True)
        return sorted(rows, key=lambda row: (row[4], row[0]))[:10]

    def ic14(self, person1Id: int, person2Id: int) -> list:
        if not {person1Id, person2Id} <= self.world.members.keys():
            return []
        viewer = self.viewer(person1Id)
        chains = graph.ways(viewer, self.world.social(person2Id), longest=50, most=10**6)
        found = []
        for way in lively_first(viewer, chains, since=None):
            numbers = [self.person_of[each.persona.pk] for each in way.steps]
            if len(numbers) > 1:
                found.append([[list(two) for two in pairwise(numbers)], way.weight])
        return found

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


def any_order(query: str, rows: list[list]) -> list[list]:
    """Rows with what the data set puts into no order sorted: lists in a row, and ways of one weight."""
    if query == "IC14":
        return sorted(rows, key=lambda row: (-row[1], row[0]))
    return [[_sorted(value) for value in row] for row in rows]


def _sorted(value: object) -> object:
    """A list sorted; what the data set calls null, for an empty one, as that."""
    return sorted(value or []) if isinstance(value, list | None) else value


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
        ours, theirs = (
            any_order(line["query"], rows) for rows in (ask(**line["params"]), as_kept(line["rows"]))
        )
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
    answers = Answers(world, folder / "static")
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
