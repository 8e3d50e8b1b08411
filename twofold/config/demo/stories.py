"""The stories of the town: those of the day, who looked at them, and those that are kept."""

from datetime import datetime, timedelta
from typing import Any

from twofold.config.demo.albums import piece_of
from twofold.config.demo.casting import Cast
from twofold.config.demo.gallery import Gallery
from twofold.config.demo.pictures import photos
from twofold.config.demo.reading import read
from twofold.network.media.actions import keep
from twofold.network.media.models import Picture
from twofold.network.stories import actions as stories
from twofold.people.audiences.specs import ALL_TIES
from twofold.people.personas.models import Network, Persona

HERE = Network.SOCIAL


def tell_stories(cast: Cast, gallery: Gallery, now: datetime) -> int:
    """Tell all of them; how many. Those with a picture only in a gallery that has any. Call it in a transaction."""
    told = [
        each for each in read("stories.toml")["stories"] if "picture" not in each or gallery.ready("kite")
    ]
    for each in told:
        _tell(cast, gallery, each, now)
    return len(told)


def _tell(cast: Cast, gallery: Gallery, words: dict[str, Any], now: datetime) -> None:
    author = cast.of(HERE, words["by"])
    picture = _picture(author, gallery, words.get("picture", ""))
    (story,) = stories.tell(
        author,
        spec=ALL_TIES,
        words=words.get("words", ""),
        colour=words.get("colour", ""),
        pictures=[picture] if picture else [],
        at=now - timedelta(hours=words["hours"]),
    )
    for line in words.get("seen", []):
        handle, _arrow, feeling = line.partition(" > ")
        stories.look(cast.of(HERE, handle), story=story)
        if feeling:
            stories.feel(cast.of(HERE, handle), story_id=story.pk, feeling=feeling)
    if "kept" in words:
        stories.keep(author, story_id=story.pk, title=words["kept"])


def _picture(author: Persona, gallery: Gallery, name: str) -> Picture | None:
    ready = gallery.ready(name)
    return keep(author, ready=piece_of(ready, ""), alt=photos()[name].alt) if ready else None
