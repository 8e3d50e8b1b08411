"""What happened later: the data set's streams of events, one after the other, through the same actions."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from twofold.config.snb import acting
from twofold.config.snb.loading import FACTS
from twofold.config.snb.rows import many, moment
from twofold.config.snb.statics import Statics, stations
from twofold.config.snb.world import World


def apply_updates(world: World, folder: Path, progress: Callable[[str], None] = print) -> None:
    """Do all that the update streams tell, in the order of time."""
    statics = Statics.read(folder / "static")
    lines: list[list[str]] = []
    for path in sorted((folder / "update_streams").glob("*.csv")):
        lines += [line.split("|") for line in path.read_text(encoding="utf-8").split("\n") if line]
    # At one moment a thing is made before anything is said of it.
    order = {"1": 0, "8": 1, "4": 2, "5": 3, "6": 4, "7": 5, "2": 6, "3": 7}
    events = [line for line in lines if line[2] in order]
    events.sort(key=lambda line: (int(line[0]), order[line[2]]))
    many("events", events, lambda line: _apply(world, line[2], line[3:], statics), progress)


def _apply(world: World, kind: str, said: list[str], statics: Statics) -> None:
    match kind:
        case "1":
            _person(world, said, statics)
        case "2" | "3":
            acting.add_like(world, int(said[0]), int(said[1]), moment(said[2]))
        case "4":
            acting.add_forum(world, int(said[0]), said[1], int(said[3]), moment(said[2]))
        case "5":
            acting.add_member(world, int(said[0]), int(said[1]), moment(said[2]))
        case "6":
            number, picture, created, _address, _browser, language, text, _length, author, forum, *rest = said
            world.place_of[int(number)] = rest[0]
            world.tags_of[int(number)] = _numbers(rest[1])
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
        case "7":
            (
                number,
                created,
                _address,
                _browser,
                text,
                _length,
                author,
                place,
                of_post,
                of_comment,
                *_rest,
            ) = said
            world.place_of[int(number)] = place
            parent = int(of_post) if of_post != "-1" else int(of_comment)
            acting.add_comment(
                world, int(number), author=int(author), parent=parent, text=text, at=moment(created)
            )
        case "8":
            acting.add_tie(world, int(said[0]), int(said[1]), moment(said[2]))


def _person(world: World, said: list[str], statics: Statics) -> None:
    number, first, last, gender, birthday, created, address, browser, city, languages, mails, *_rest = said
    born = datetime.fromtimestamp(int(birthday) / 1000, UTC).date().isoformat()
    world.interests[int(number)] = _numbers(said[11])
    told = [each for text in said[12:14] for each in stations(text)]
    acting.add_person(
        world,
        int(number),
        first=first,
        last=last,
        mail=mails.split(";")[0] or f"{number}@example.org",
        place=statics.places[city],
        stations=[(each, statics.organisations[each.organisation]) for each in told],
        languages=languages.split(";"),
        facts=dict(zip(FACTS, (gender, born, created, address, browser, city, mails), strict=True)),
    )


def _numbers(text: str) -> list[str]:
    return [each for each in text.split(";") if each]
