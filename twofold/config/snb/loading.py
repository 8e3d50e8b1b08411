"""Loading what the data set begins with."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from twofold.config.commands import Problem
from twofold.config.snb import acting
from twofold.config.snb.rows import many, moment, rows
from twofold.config.snb.statics import Statics, Station
from twofold.config.snb.world import World

FACTS = ("gender", "birthday", "created", "address", "browser", "city", "mails")


def load(folder: Path, progress: Callable[[str], None] = print) -> World:
    """Load people, ties, posts, comments and likes, in the order of time; who is who, also kept in `snb.json`.

    Raises Problem when the data set was loaded already or a file of it is missing.
    """
    kept = settings.DATA_DIR / "snb.json"
    if kept.exists():
        raise Problem("This server holds the data set already.", "Set TWOFOLD_DATA_DIR to another folder.")
    dynamic, static = folder / "dynamic", folder / "static"
    if not (dynamic / "person_0_0.csv").exists():
        raise Problem(
            f"{folder} does not hold the data set.", "Give the folder that holds `dynamic` and `static`."
        )
    world = World()
    _people(world, dynamic, Statics.read(static), progress)
    ties = sorted(rows(dynamic, "person_knows_person"), key=lambda row: moment(row[2]))
    many("ties", ties, lambda row: acting.add_tie(world, int(row[0]), int(row[1]), moment(row[2])), progress)
    _forums(world, dynamic, progress)
    world.interests |= _tags(dynamic, "person_hasInterest_tag")
    world.tags_of |= _tags(dynamic, "post_hasTag_tag")
    posts = sorted(rows(dynamic, "post"), key=lambda row: moment(row[2]))
    many("posts", posts, lambda row: _post(world, row), progress)
    comments = sorted(rows(dynamic, "comment"), key=lambda row: moment(row[1]))
    many("comments", comments, lambda row: _comment(world, row), progress)
    likes = [*rows(dynamic, "person_likes_post"), *rows(dynamic, "person_likes_comment")]
    likes.sort(key=lambda row: moment(row[2]))
    many(
        "likes", likes, lambda row: acting.add_like(world, int(row[0]), int(row[1]), moment(row[2])), progress
    )
    world.keep(kept)
    return world


def _people(world: World, dynamic: Path, statics: Statics, progress: Callable[[str], None]) -> None:
    mails, languages = (
        _by_person(dynamic, name) for name in ("person_email_emailaddress", "person_speaks_language")
    )
    stations: dict[str, list[Station]] = {}
    for name in ("person_workAt_organisation", "person_studyAt_organisation"):
        for number, organisation, year in rows(dynamic, name):
            stations.setdefault(number, []).append(Station(organisation, int(year)))

    def add(row: list[str]) -> None:
        number, first, last, *rest, city = row
        own = mails.get(number, [f"{number}@example.org"])
        acting.add_person(
            world,
            int(number),
            first=first,
            last=last,
            mail=own[0],
            place=statics.places[city],
            stations=[(each, statics.organisations[each.organisation]) for each in stations.get(number, ())],
            languages=languages.get(number, ()),
            facts=dict(zip(FACTS, (*rest, city, ";".join(own)), strict=True)),
        )

    many("people", rows(dynamic, "person"), add, progress)


def _forums(world: World, dynamic: Path, progress: Callable[[str], None]) -> None:
    many(
        "forums",
        sorted(rows(dynamic, "forum"), key=lambda row: moment(row[2])),
        lambda row: acting.add_forum(world, int(row[0]), row[1], int(row[3]), moment(row[2])),
        progress,
    )
    many(
        "members of forums",
        sorted(rows(dynamic, "forum_hasMember_person"), key=lambda row: moment(row[2])),
        lambda row: acting.add_member(world, int(row[0]), int(row[1]), moment(row[2])),
        progress,
    )


def _tags(folder: Path, name: str) -> dict[int, list[str]]:
    return {int(number): tags for number, tags in _by_person(folder, name).items()}


def _by_person(folder: Path, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, value in rows(folder, name):
        found.setdefault(number, []).append(value)
    return found


def _post(world: World, row: list[str]) -> None:
    number, picture, created, _address, _browser, language, text, _length, author, forum, place = row
    world.place_of[int(number)] = place
    acting.add_post(
        world,
        int(number),
        author=int(author),
        forum=int(forum),
        text=text,
        picture=picture,
        language=language,
        at=moment(created),
    )


def _comment(world: World, row: list[str]) -> None:
    number, created, _address, _browser, text, _length, author, place, of_post, of_comment = row
    world.place_of[int(number)] = place
    acting.add_comment(
        world,
        int(number),
        author=int(author),
        parent=int(of_post or of_comment),
        text=text,
        at=moment(created),
    )
