"""The scripts in `words/talk/`: who said what, when, to whom.

    === tomas.reyes | 3h | everyone | picture=runtimes | as=release      who, how long ago, to whom, and what else
    The text, in as many paragraphs as it takes. {+2} becomes the weekday of two days from now.
    ~ 24 insightful:5 celebrate:1                                        so many more reactions, in these shares
    ~ celebrate nadia.okafor aiko.mori                                   reactions by name
    > aiko.mori 25m: A comment, 25 minutes after the post.
    >> tomas.reyes 31m: A reply to the comment above.
    ^ aiko.mori 1h                                                       a repost
    * nadia.okafor                                                       saved for later
    ! 12 5:3:4                                                           so many voices in its poll, in these shares

How long ago is `40m`, `3h`, `2d`, `1y` (this day a year ago) or `2d18:20` (two days ago at that time of day, UTC).
To whom is `everyone`,
`members`, `ties`, `far` (friends of friends), `me`, kinds of ties joined by +, `circle:NAME`; ` -handle` excepts
somebody. What else: `picture=NAME`, `warning=WORDS`, `lang=CODE`, `as=NAME`, `quote=NAME`,
`occasion=KEY`, `feeling=KEY`, `place=WORDS`, `replies=NUMBER`, `poll=ONE/ANOTHER/A THIRD`.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from twofold.config.demo.reading import names_in, text

_AGO = re.compile(r"^(?:(\d+)y)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d\d):(\d\d))?$")
_ANSWER = re.compile(r"^(>+) (\S+) (\S+): (.+)$")
_WEEKDAY = re.compile(r"\{([+-]\d+)\}")


@dataclass(frozen=True)
class Ago:
    """A distance in time; with `clock`, a time of day so many days ago."""

    span: timedelta
    clock: tuple[int, int] | None = None
    years: int = 0

    def before(self, now: datetime) -> datetime:
        moment = now - self.span
        if self.years:
            day = min(moment.day, 28) if moment.month == 2 else moment.day
            moment = moment.replace(year=moment.year - self.years, day=day)
        return moment.replace(hour=self.clock[0], minute=self.clock[1], second=17) if self.clock else moment


@dataclass
class Answer:
    """A comment, `depth` 1, or a reply, `after` the post by so long."""

    depth: int
    by: str
    after: timedelta
    text: str


@dataclass
class Scene:
    """A post and all that follows from it."""

    network: str
    by: str
    ago: Ago
    audience: str
    extras: dict[str, str]
    text: str = ""
    crowd: int = 0
    shares: dict[str, int] = field(default_factory=dict)
    named: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    reposts: list[tuple[str, timedelta]] = field(default_factory=list)
    saves: list[str] = field(default_factory=list)
    votes: tuple[int, list[int]] = (0, [])

    def all_text(self) -> list[str]:
        """Every word of it, with whoever says it."""
        return [self.text, self.extras.get("warning", ""), *(each.text for each in self.answers)]


def scenes() -> list[Scene]:
    """Everything that is said in the town, as it stands in the files."""
    found = []
    for name in names_in("talk", ".txt"):
        network = name.split("/")[1].split("-")[0]
        found += _read(network, text(name), name)
    return found


def ago(words: str) -> Ago:
    """Raises ValueError for what is no distance in time."""
    match = _AGO.match(words)
    if not match or not words:
        raise ValueError(f"not a time: {words!r}")
    years, days, hours, minutes, at, past = (int(each) if each else None for each in match.groups())
    span = timedelta(days=days or 0, hours=hours or 0, minutes=minutes or 0)
    return Ago(span, None if at is None else (at, past or 0), years or 0)


def spoken(words: str, now: datetime) -> str:
    """A text with its weekdays."""
    return _WEEKDAY.sub(lambda found: f"{now + timedelta(days=int(found[1])):%A}", words)


def _read(network: str, source: str, name: str) -> list[Scene]:
    found: list[Scene] = []
    for number, line in enumerate(source.splitlines(), 1):
        try:
            if line.startswith("=== "):
                found.append(_opening(network, line[4:]))
            elif found:
                _take(found[-1], line)
        except (ValueError, IndexError) as problem:
            raise ValueError(f"{name}:{number}: {problem}") from problem
    for scene in found:
        scene.text = scene.text.strip()
    return found


def _opening(network: str, line: str) -> Scene:
    by, when, audience, *rest = (each.strip() for each in line.split(" | "))
    return Scene(network, by, ago(when), audience, dict(each.split("=", 1) for each in rest))


def _take(scene: Scene, line: str) -> None:
    if answer := _ANSWER.match(line):
        marks, by, after, words = answer.groups()
        scene.answers.append(Answer(len(marks), by, ago(after).span, words))
    elif line.startswith("~ "):
        _react(scene, line[2:].split())
    elif line.startswith("^ "):
        by, after = line[2:].split()
        scene.reposts.append((by, ago(after).span))
    elif line.startswith("* "):
        scene.saves += line[2:].split()
    elif line.startswith("! "):
        voters, shares = line[2:].split()
        scene.votes = int(voters), [int(each) for each in shares.split(":")]
    elif line.startswith((">", "~", "^", "=", "*")):
        raise ValueError(f"what is this? {line!r}")
    else:
        scene.text += line + "\n"


def _react(scene: Scene, words: list[str]) -> None:
    if not words[0].isdigit():
        scene.named += [(handle, words[0]) for handle in words[1:]]
        return
    scene.crowd = int(words[0])
    scene.shares = {kind: int(share) for kind, share in (each.split(":") for each in words[1:])}
