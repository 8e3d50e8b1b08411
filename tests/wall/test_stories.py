"""Stories, their files, highlights and names: fetched as every viewer while they last, when over, and when kept."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client

from tests.wall.cast import STRANGER, Stage, canary, fall_out, people_of, picture_file
from tests.wall.oracle import Thing, may_see
from tests.wall.score import EVERYTHING, Score, seats
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.media.models import Picture
from twofold.network.stories import actions as stories
from twofold.network.stories.models import Highlight, Story
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db
SHARED = ("everyone", "members_but", "circle", "me")
ALL = (*SHARED, "ties", "far", "members", "ties_but", "named", "ties_but_kind")
# Whose feed and photos are looked through, and who asks for the author's own pages; `make wall` looks at all.
FEW = (STRANGER, "author", "member", "circled", "blocked")


@dataclass
class Shown:
    name: str
    thing: Thing
    story: Story
    words: tuple[str, ...]
    title: str = ""

    @property
    def key(self) -> str:
        return encode(self.story.pk)


def _tell(stage: Stage, name: str, spec, who) -> Shown:
    author, word, alt = stage.people["author"], canary(), canary()
    picture = take_in(author, upload=picture_file(), alt=alt)
    (story,) = stories.tell(author, spec=spec, words=word, pictures=[picture])
    return Shown(name, Thing("author", who), story, (word, alt))


def _over(shown: Shown) -> None:
    """Its day is over in this second."""
    moment = clock.now()
    Story.objects.filter(pk=shown.story.pk).update(ends_at=moment, created_at=moment - timedelta(days=1))
    Picture.objects.filter(pk=shown.story.picture_id).update(ends_at=moment)


def _play() -> tuple[Stage, list[Shown]]:
    stage, audiences = people_of(Network.SOCIAL)
    author = stage.people["author"]
    found = [_tell(stage, name, *audiences[name]) for name in (ALL if EVERYTHING else SHARED)]
    for name in ("everyone", "ties"):
        found.append(_tell(stage, f"kept {name}", *audiences[name]))
        _over(found[-1])
        found[-1].title = canary()
        stories.keep(author, story_id=found[-1].story.pk, title=found[-1].title)
    stories.look(stage.people["muted"], story=found[0].story)
    # What ends last: nobody but the author sees it from now on.
    found += [_tell(stage, "over", *audiences["everyone"]), _tell(stage, "deleted", *audiences["everyone"])]
    _over(found[-2])
    stories.delete(author, story_id=found[-1].story.pk)
    found[-1].thing.gone = True
    fall_out(stage)
    drain()
    return stage, found


def _text(client: Client, path: str) -> str:
    answer = client.get(path, follow=True)
    return str(answer.headers) + answer.content.decode(errors="replace")


def test_stories_and_their_files_agree_with_the_oracle(record_property):
    stage, found = _play()
    score = Score()
    for name, client in seats(stage):
        home, profile = _text(client, "/social/stories/strip"), _text(client, _profile(stage))
        few = EVERYTHING or name in FEW
        feed = _text(client, "/social/") + _text(client, f"{_profile(stage)}photos/") if few else ""
        for shown in found:
            at = f"{shown.name} as {name or 'a stranger'}"
            allowed = may_see(stage.record, name, shown.thing)
            if shown.name == "over" and name != "author":
                allowed = False
            _one(shown, at, client, score, allowed=allowed, own=name == "author", desks=few)
            score.mark(f"the feed: {at}", seen=any(word in feed for word in shown.words), allowed=False)
            score.mark(
                f"the strip: {at}", seen=shown.key in home, allowed=allowed and not shown.title, must=False
            )
            if shown.title:
                score.mark(f"the profile: {at}", seen=shown.title in profile, allowed=allowed)
    record_property("cells stories", score.cells)
    assert score.cells > (900 if EVERYTHING else 450)
    assert not score.wrong, "\n".join(score.wrong[:60])
    _absence(stage, found)


def _profile(stage: Stage) -> str:
    return f"/social/@{stage.people['author'].handle}/"


def _one(
    shown: Shown, at: str, client: Client, score: Score, *, allowed: bool, own: bool, desks: bool
) -> None:
    base = f"/social/stories/{shown.key}/"
    text = _text(client, base)
    score.mark(f"story of {at}", seen=any(word in text for word in shown.words), allowed=allowed)
    status = client.get(f"/media/{encode(shown.story.picture_id)}/large.webp").status_code
    score.mark(f"file of {at}", seen=status == 200, allowed=allowed)
    if desks and (shown.name == "over" or shown.title):
        photo = _text(client, f"/social/photos/{encode(shown.story.picture_id)}/")
        score.mark(f"photo of {at}", seen=shown.words[1] in photo, allowed=allowed, must=False)
        for page in ("seen", "keep", "delete"):
            seen = client.get(base + page).status_code == 200
            score.mark(f"{page} of {at}", seen=seen, allowed=own and allowed)
    if shown.title:
        place = Highlight.objects.get(title=shown.title)
        text = _text(client, f"/social/stories/kept/{encode(place.pk)}/")
        score.mark(f"highlight of {at}", seen=any(word in text for word in shown.words), allowed=allowed)


def _absence(stage: Stage, found: list[Shown]) -> None:
    """What is hidden, what is over and what never was answer alike."""
    for shown in (each for each in found if each.name in ("me", "over", "deleted")):
        for name in (STRANGER, "member", "blocked"):
            client = stage.clients[name]
            one, other = (client.get(f"/social/stories/{key}/") for key in (shown.key, encode(12345)))
            assert (one.status_code, one.content) == (other.status_code, other.content)
            assert one.headers == other.headers
