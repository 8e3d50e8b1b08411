"""Highlights: stories that do not end, because their author keeps them. Each keeps its own audience."""

from collections.abc import Sequence

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.media.models import Picture
from twofold.network.stories import policies, queries
from twofold.network.stories.models import Highlight, Story
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def keep(author: Persona, *, story_id: int, title: str = "", highlight_id: int = 0) -> Highlight:
    """Keep one's own story in a highlight: one there is, or a new one of this title. It ends no more."""
    story = queries.get(Viewer.of(author), story_id)
    policies.check_own(author, story)
    place = _mine(author, highlight_id) if highlight_id else _new(author, clean_line(title))
    before = story.highlight_id
    if before != place.pk:
        policies.check_room(place)
    Story.objects.filter(pk=story.pk).update(highlight=place, ends_at=None)
    Picture.objects.filter(story=story).update(ends_at=None)
    if before and before != place.pk:
        Highlight.objects.filter(pk=before, stories=None).delete()
    return place


@transaction.atomic
def let_end(author: Persona, *, story_ids: Sequence[int]) -> None:
    """Keep these no longer: each ends when its day is over, which may be at once."""
    kept = list(Story.objects.filter(pk__in=story_ids, author=author).exclude(highlight=None))
    for story in kept:
        Story.objects.filter(pk=story.pk).update(highlight=None, ends_at=story.day_ends)
        Picture.objects.filter(story=story).update(ends_at=story.day_ends)
    Highlight.objects.filter(pk__in={each.highlight_id for each in kept}, stories=None).delete()


@transaction.atomic
def change_highlight(author: Persona, *, highlight_id: int, title: str, without: Sequence[int] = ()) -> None:
    """Another name, and fewer stories in it."""
    place, title = _mine(author, highlight_id), clean_line(title)
    policies.check_title(title)
    Highlight.objects.filter(pk=place.pk).update(title=title)
    inside = Story.objects.filter(highlight=place, pk__in=without)
    let_end(author, story_ids=list(inside.values_list("pk", flat=True)))


@transaction.atomic
def drop_highlight(author: Persona, *, highlight_id: int) -> None:
    """Give up a highlight: its stories end when their day is over."""
    place = _mine(author, highlight_id)
    inside = list(Story.objects.filter(highlight=place).values_list("pk", flat=True))
    let_end(author, story_ids=inside)
    Highlight.objects.filter(pk=place.pk).delete()


def _mine(author: Persona, highlight_id: int) -> Highlight:
    found = Highlight.objects.filter(pk=highlight_id, author=author).first()
    if found is None:
        raise Absent
    return found


def _new(author: Persona, title: str) -> Highlight:
    policies.check_title(title)
    policies.check_more_highlights(author)
    return Highlight.objects.create(pk=new_id(), author=author, title=title, created_at=clock.now())
