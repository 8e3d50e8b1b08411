"""What the data set asks of places and topics among friends: IC3, IC4, IC6, IC10 and IC12.

Who is near, and what each of them wrote and answered, our queries say; where a message was sent from, what its topics
are and what interests people stays in the loader's notes: our posts have topics only as hashtags in their words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from twofold.config.snb.rows import rows as lines_of
from twofold.config.snb.world import World
from twofold.network.posts import queries as posts
from twofold.people.audiences.queries import by_ids
from twofold.people.graph import queries as graph
from twofold.people.personas.viewers import Viewer


class Topics:
    """Answers that hang on places and topics; `world` says who is who."""

    person_of: dict[int, int]
    message_of: dict[int, int]

    def __init__(self, world: World, static: Path):
        self.world = world
        self.part_of = {row[0]: row[4] for row in lines_of(static, "place")}
        self.place_names = {row[0]: row[1] for row in lines_of(static, "place")}
        self.tags = {row[0]: row[1] for row in lines_of(static, "tag")}
        self.class_of = {row[0]: row[3] for row in lines_of(static, "tag")}
        self.classes = {row[0]: (row[1], row[3]) for row in lines_of(static, "tagclass")}

    def viewer(self, person: int) -> Viewer:
        return Viewer.of(self.world.social(person))

    def named(self, viewer: Viewer, ours: Iterable[int]) -> dict[int, list]:
        """Number, first and last name of those whom the viewer may come across."""
        members = self.world.members
        numbers = {each: self.person_of[each] for each in by_ids(viewer, ours)}
        return {
            each: [number, members[number].first, members[number].last] for each, number in numbers.items()
        }

    def topics(self, ours: int) -> set[str]:
        return {self.tags[each] for each in self.world.tags_of.get(self.message_of[ours], ())}

    def ic3(
        self, personId: int, startDate: str, durationDays: int, countryXName: str, countryYName: str
    ) -> list:
        viewer, (begin, end) = self.viewer(personId), _days(startDate, durationDays)
        wanted = (countryXName, countryYName)
        near = [
            each
            for each in graph.around(viewer, within=2)
            if self.place_names[self.part_of[self._facts(each)["city"]]] not in wanted
        ]
        counts: dict[int, Counter] = defaultdict(Counter)
        for each in posts.outline(viewer, near, since=begin, before=end):
            counts[each.author_id][self.place_names[self.world.place_of[self.message_of[each.post_id]]]] += 1
        both = {
            each: [seen[one] for one in wanted]
            for each, seen in counts.items()
            if all(seen[x] for x in wanted)
        }
        named = self.named(viewer, both)
        found = [[*named[each], *numbers, sum(numbers)] for each, numbers in both.items()]
        return sorted(found, key=lambda row: (-row[5], row[0]))[:20]

    def ic4(self, personId: int, startDate: str, durationDays: int) -> list:
        viewer, (begin, end) = self.viewer(personId), _days(startDate, durationDays)
        fresh: Counter = Counter()
        known: set[str] = set()
        for each in posts.outline(viewer, graph.around(viewer, within=1), before=end):
            if each.parent_id is None:
                if each.at < begin:
                    known |= self.topics(each.post_id)
                else:
                    fresh.update(self.topics(each.post_id))
        return _most({topic: count for topic, count in fresh.items() if topic not in known})

    def ic6(self, personId: int, tagName: str) -> list:
        viewer = self.viewer(personId)
        beside: Counter = Counter()
        for each in posts.outline(viewer, graph.around(viewer, within=2)):
            if each.parent_id is None and tagName in (topics := self.topics(each.post_id)):
                beside.update(topics - {tagName})
        return _most(beside)

    def ic10(self, personId: int, month: int) -> list:
        viewer = self.viewer(personId)
        further = [each for each, steps in graph.around(viewer, within=2).items() if steps == 2]
        further = [each for each in further if _born_in(self._facts(each)["birthday"], month)]
        mine = {self.tags[each] for each in self.world.interests.get(personId, ())}
        score: Counter = Counter(dict.fromkeys(further, 0))
        for each in posts.outline(viewer, further):
            if each.parent_id is None:
                score[each.author_id] += 1 if mine & self.topics(each.post_id) else -1
        named = self.named(viewer, further)
        found = []
        for each in further:
            facts = self._facts(each)
            found.append([*named[each], score[each], facts["gender"], self.place_names[facts["city"]]])
        return sorted(found, key=lambda row: (-row[3], row[0]))[:10]

    def ic12(self, personId: int, tagClassName: str) -> list:
        viewer = self.viewer(personId)
        within = {self.tags[tag] for tag, kind in self.class_of.items() if self._is(kind, tagClassName)}
        topics: dict[int, set[str]] = defaultdict(set)
        answers: Counter = Counter()
        for each in posts.outline(viewer, graph.around(viewer, within=1)):
            about = self._topics_of_post(each.parent_id) & within
            if about:
                topics[each.author_id] |= about
                answers[each.author_id] += len(about)  # so the data set counts: once for each topic
        named = self.named(viewer, answers)
        found = [[*named[each], sorted(topics[each]), count] for each, count in answers.items()]
        return sorted(found, key=lambda row: (-row[4], row[0]))[:20]

    def _topics_of_post(self, ours: int | None) -> set[str]:
        """Topics of what was answered; of a comment there are none in the notes."""
        return self.topics(ours) if ours else set()

    def _is(self, kind: str, name: str) -> bool:
        while kind:
            called, kind = self.classes[kind]
            if called == name:
                return True
        return False

    def _facts(self, ours: int) -> dict[str, str]:
        return self.world.members[self.person_of[ours]].facts


def _most(counts: dict[str, int]) -> list:
    found = [[topic, count] for topic, count in counts.items()]
    return sorted(found, key=lambda row: (-row[1], row[0]))[:10]


def _days(start: str, days: int) -> tuple[datetime, datetime]:
    begin = datetime.fromisoformat(start.removeprefix("ts:"))
    return begin, begin + timedelta(days=days)


def _born_in(birthday: str, month: int) -> bool:
    """From the 21st of a month on, and before the 22nd of the next."""
    born = date.fromisoformat(birthday)
    return (born.month == month and born.day >= 21) or (born.month == month % 12 + 1 and born.day < 22)
