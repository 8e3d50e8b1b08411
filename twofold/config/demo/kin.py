"""The families of the town, its birthdays, and what people wish each other."""

from datetime import date, datetime, timedelta
from typing import Any

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.network.kin import actions
from twofold.network.kin.days import in_year, number_of
from twofold.network.posts.models import Post
from twofold.people.audiences.specs import ALL_TIES, parse
from twofold.people.personas.models import Network, Persona

HERE = Network.SOCIAL


def bear(cast: Cast, now: datetime) -> int:
    """Say who belongs to whom and who is born when; how many birthdays. Call it in a transaction."""
    words = read("kin.toml")
    for line in words["family"]:
        one, word, other, answer = _parts(line)
        asked = actions.ask(_of(cast, one), persona=_of(cast, other), word=word, spec=ALL_TIES)
        actions.agree(_of(cast, other), kinship_id=asked.pk, word=answer, spec=ALL_TIES)
    for line in words["asked"]:
        one, word, other = _parts(line)
        actions.ask(_of(cast, one), persona=_of(cast, other), word=word, spec=ALL_TIES)
    for each in words["birthdays"]:
        _birthday(cast, each, now.date())
    for line in words["cards"]["lines"]:
        _greeting(cast, line)
    return len(words["birthdays"])


def _birthday(cast: Cast, words: dict[str, Any], today: date) -> None:
    day = today + timedelta(days=words["ahead"])
    born = in_year(number_of(day), words.get("year", day.year))
    kept = actions.keep_birthday(
        _of(cast, words["who"]),
        month=born.month,
        day=born.day,
        year=words.get("year"),
        spec=ALL_TIES,
        year_spec=parse([words.get("year_reach", "me")]),
    )
    for line in words.get("wishes", ()):
        who, text = line.split(" > ", 1)
        actions.wish(_of(cast, who), birthday=kept, text=text, alone=False, today=today)


def _greeting(cast: Cast, line: str) -> None:
    network, whose, occasion, who, text = _parts(line)
    post = Post.objects.filter(author=cast.of(network, whose), occasion=occasion).first()
    if post is not None:
        actions.greet(cast.of(network, who), post_id=post.pk, text=text)


def _parts(line: str) -> list[str]:
    return line.split(" > ")


def _of(cast: Cast, handle: str) -> Persona:
    return cast.of(HERE, handle)
