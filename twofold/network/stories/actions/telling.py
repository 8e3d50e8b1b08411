"""Stories told, taken away, and over for good."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.media.actions import place_in
from twofold.network.media.models import Picture
from twofold.network.stories import policies, queries
from twofold.network.stories.facts import StoryGone, StoryTold
from twofold.network.stories.models import LASTS, Highlight, Look, Story
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PLACE = "story"
_AT_ONCE = 200
_BESIDE = timedelta(milliseconds=1)


@transaction.atomic
def tell(
    author: Persona,
    *,
    spec: AudienceSpec,
    words: str = "",
    colour: str = "",
    pictures: Sequence[Picture] = (),
    once: str = "",
    at: datetime | None = None,
) -> list[Story]:
    """A story for each picture, or one of words on a colour, for a day. Announces StoryTold for each.

    With pictures `words` stand on the first. What was sent under the same `once` before is answered again.
    """
    before = list(Story.objects.filter(author=author, once=once)) if once else []
    if before:
        return before
    words = clean_block(words)
    policies.check_new(author, words, colour, len(pictures))
    try:
        audience = compose(author, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None
    moment = at or clock.now()
    found = []
    for number, picture in enumerate(pictures or [None]):
        told = moment + number * _BESIDE
        if picture is not None:
            place_in(author, pictures=[picture], audience_id=audience.pk, place=PLACE, ends_at=told + LASTS)
        found.append(
            Story.objects.create(
                author=author,
                audience=audience,
                picture=picture,
                words="" if number else words,
                colour="" if picture else colour,
                created_at=told,
                ends_at=told + LASTS,
                once="" if number else once,
            )
        )
        announce(StoryTold(found[-1].pk, author.pk))
    return found


@transaction.atomic
def delete(author: Persona, *, story_id: int) -> None:
    """Take one's own story away for good, with its picture. Announces StoryGone."""
    story = queries.get(Viewer.of(author), story_id)
    policies.check_own(author, story)
    erase([story.pk])


@transaction.atomic
def erase(story_ids: Sequence[int]) -> None:
    """Remove stories and their pictures, and the highlights that they leave empty."""
    rows = Story.objects.filter(pk__in=story_ids)
    kept = set(rows.exclude(highlight=None).values_list("highlight", flat=True))
    pictures = list(rows.exclude(picture=None).values_list("picture", flat=True))
    Look.objects.filter(story__in=story_ids).delete()
    rows.delete()
    Picture.objects.filter(pk__in=pictures).delete()
    Highlight.objects.filter(pk__in=kept, stories=None).delete()
    for each in story_ids:
        announce(StoryGone(each))


@transaction.atomic
def take_down(story_id: int, *, live: bool = False) -> None:
    """Whatever its author says: what those who look after the network decided. It is there for nobody."""
    Story.objects.filter(pk=story_id).update(live=live)
    Picture.objects.filter(story=story_id).update(live=live)


def put_back(story_id: int) -> None:
    """Undo `take_down`; a story whose day is over stays over."""
    take_down(story_id, live=True)


def forget_ended() -> int:
    """Remove for good what ended and was not kept in time; how many."""
    limit = clock.now() - policies.WAITS
    over = list(Story.objects.filter(ends_at__lt=limit).values_list("pk", flat=True)[:_AT_ONCE])
    if over:
        erase(over)
    return len(over)
