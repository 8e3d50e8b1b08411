"""Pages of the things people make: a full profile, a conversation, a group, an event, a board; warm, as HTML.

`python -m bench --only nouns` measures it. Each is looked at by somebody else than its author, through WSGI in this
process with all middleware, and checked to hold what was put into it; beside the floor, as `bench/pages.py` says.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bench.asking import ask
from bench.feed import World
from bench.pages import against, floor_of

Row = dict[str, Any]
# Jobs, skills, recommendations of the profile; lines, people, posts, guests.
JOBS, SKILLS, PRAISED, LINES, PEOPLE = 20, 60, 40, 40, 40
LOOKS = {"small": 40, "large": 400}
MOST_MS = 5
# Whose home feeds the floor is measured with.
TOWN, READERS = 120, 40
RECURRING, MONTH_MS = 500, 20


def run(size: str = "small") -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    from twofold.config.wsgi import application  # noqa: PLC0415

    base = floor_of(World(TOWN, READERS), settings.DATABASES["default"])
    rows = []
    for what, path, session, holds in (*_work(), *_leisure()):

        def look(path: str = path, session: str = session, holds: bytes = holds) -> int:
            for _each in range(LOOKS[size]):
                status, page = ask(application, path, session)
                assert (status, holds in page) == ("200 OK", True), (path, status, page[-400:])
            return LOOKS[size]

        look()
        rows.append(against(base, what, look, MOST_MS))
    return [*rows, _month(base, size)]


def _month(base: Callable[[], float], size: str) -> Row:
    """A month of somebody's calendar with five hundred events that come back every week."""
    from django.db import transaction  # noqa: PLC0415

    from tests.world import person  # noqa: PLC0415
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.network.events import actions, queries  # noqa: PLC0415
    from twofold.network.events.plans import Plan  # noqa: PLC0415
    from twofold.people.audiences.specs import MEMBERS  # noqa: PLC0415
    from twofold.people.personas.viewers import Viewer  # noqa: PLC0415

    host, day = person("weekly"), clock.now().replace(tzinfo=None, microsecond=0)
    with transaction.atomic():
        for n in range(RECURRING):
            begins = day + timedelta(days=n % 28, hours=n % 9)
            plan = Plan(
                "gathering", f"Choir {n}", begins, begins + timedelta(hours=2), "UTC", rule="FREQ=WEEKLY"
            )
            actions.make_event(host, plan=plan, spec=MEMBERS)
    viewer, start = Viewer.of(host), clock.now() + timedelta(days=60)

    def look() -> int:
        for _each in range(LOOKS[size]):
            assert len(queries.between(viewer, start, start + timedelta(days=31))) > RECURRING * 4
        return LOOKS[size]

    look()
    return against(base, f"a month of {RECURRING} recurring events, expanded", look, MONTH_MS)


Page = tuple[str, str, str, bytes]


def _crowd(network: str) -> tuple[Any, list[Any], str]:
    """Somebody with many ties, those, and the session of the first of them."""
    from tests.world import befriend, client_of, person  # noqa: PLC0415

    ada = person(f"ada.{network[:4]}", network, name="Ada Quist")
    crowd = [person(f"peer{n}.{network[:4]}", network, name=f"Peer {n}") for n in range(PEOPLE)]
    for each in crowd:
        befriend(ada, each)
    return ada, crowd, client_of(crowd[0]).cookies["twofold"].value


def _settle() -> None:
    from twofold.foundation.courier.worker import drain  # noqa: PLC0415

    drain()


def _work() -> list[Page]:
    """A full profile at work, and a search for people."""
    from twofold.network.endorsements.actions import claim, endorse  # noqa: PLC0415
    from twofold.network.profiles.actions import keep_entry  # noqa: PLC0415
    from twofold.network.recommendations import actions as praise  # noqa: PLC0415

    ada, crowd, session = _crowd("professional")
    for n in range(JOBS):
        fields = {
            "title": f"Engineer {n}",
            "organisation_name": f"Works {n // 2}",
            "began": date(1990 + n, 3, 1),
            "ended": date(1991 + n, 2, 1),
            "text": "Pumps, sluices and the people who mind them. " * 4,
        }
        keep_entry(ada, kind="experience", fields=fields, skills=[f"Craft {n}", f"Craft {n + 1}"])
    skills = [claim(ada, name=f"Skill {n}") for n in range(SKILLS)]
    for n, each in enumerate(crowd):
        endorse(each, skill=skills[n % 5])
        row = praise.send(
            each, receiver=ada, text=f"Word {n}. " + "She keeps her promises. " * 6, relation="peer"
        )
        if n < PRAISED:
            praise.show(ada, recommendation=row)
    _settle()
    words = f"profile: {JOBS} jobs, {SKILLS} skills, {PRAISED} recommendations"
    return [
        (words, f"/professional/@{ada.handle}/", session, b"Engineer 19"),
        ("search for people", "/professional/search/?q=quist&in=people", session, b"Ada Quist"),
        ("my network", "/professional/people/", session, b"Ada Quist"),
        *_board(ada, crowd, session),
    ]


def _board(ada: Any, crowd: list[Any], session: str) -> list[Page]:
    """A board with forty cards and what hangs on them."""
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.projects import actions  # noqa: PLC0415

    project = actions.make_project(ada, name="Lock 7", openness="private")
    for each in crowd[:8]:
        actions.invite(ada, project=project, persona=each)
        actions.accept(each, project=project)
    columns = [each.pk for each in project.columns.all()]
    label = actions.keep_label(ada, project=project, name="Field")
    for n in range(40):
        task = actions.write_task(ada, project=project, title=f"Gate {n}", column_id=columns[n % 3])
        fields = {"title": f"Gate {n}", "due": date(2031, 5, 1), "labels": [label.pk]}
        actions.edit_task(ada, task=task, version=1, **fields)
        actions.give_task(ada, task=task, persona_id=crowd[n % 8].pk)
        for each in crowd[:3]:
            actions.say(each, task=task, text="Greased, and it holds.")
    at = f"/professional/projects/{encode(project.pk)}/"
    pages = (("board", ""), ("list", "list/"), ("month", "month/?at=2031-05"), ("activity", "activity/"))
    found = [(f"{what} of 40 tasks", at + path, session, b"Gate 39") for what, path in pages]
    return [*found, ("task with 3 notes", f"{at}tasks/{encode(task.pk)}/", session, b"Greased")]


def _leisure() -> list[Page]:
    ada, crowd, session = _crowd("social")
    made: tuple[Callable[..., list[Page]], ...] = (_talk, _group, _event)
    found = [page for make in made for page in make(ada, crowd, session)]
    _settle()
    return found


def _talk(ada: Any, crowd: list[Any], session: str) -> list[Page]:
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.messaging import actions  # noqa: PLC0415

    pair = actions.open_pair(ada, other=crowd[0])
    for n in range(LINES):
        at = clock.now() - timedelta(minutes=LINES - n)
        actions.send((ada, crowd[0])[n % 2], conversation=pair, text=f"Line {n} of what we say.", at=at)
    return [
        (f"conversation of {LINES} lines", f"/social/messages/{encode(pair.pk)}/", session, b"Line 39"),
        ("inbox", "/social/messages/", session, b"Line 39"),
    ]


def _group(ada: Any, crowd: list[Any], session: str) -> list[Page]:
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.groups import actions  # noqa: PLC0415

    group = actions.make_group(ada, name="Canal rowers", about="We row.", openness="public", door="open")
    for each in crowd:
        actions.join(each, group=group, agreed=True)
    for n in range(20):
        actions.write(crowd[n], group=group, text=f"Rowed lap {n} today.")
    return [("group of 40 with 20 posts", f"/social/groups/{encode(group.pk)}/", session, b"Rowed lap 19")]


def _event(ada: Any, crowd: list[Any], session: str) -> list[Page]:
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.events import actions  # noqa: PLC0415
    from twofold.network.events.plans import Plan  # noqa: PLC0415
    from twofold.people.audiences.specs import ALL_TIES  # noqa: PLC0415

    begins = (clock.now() + timedelta(days=9)).replace(tzinfo=None, microsecond=0)
    plan = Plan(
        "party", "Boat supper", begins, begins + timedelta(hours=3), "Europe/Amsterdam", place="Quay 4"
    )
    event = actions.make_event(ada, plan=plan, spec=ALL_TIES)
    for each in crowd:
        actions.answer(each, event=event, answer="going")
    return [("event with 40 guests", f"/social/events/{encode(event.pk)}/", session, b"Boat supper")]
