"""What those do who look at a story."""

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.stories import policies, queries
from twofold.network.stories.facts import StoryAnswered
from twofold.network.stories.models import Look, Story
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def look(persona: Persona, *, story: Story) -> None:
    """Note that somebody looked: for the author, and so that it is new to them no more. Their own is not noted."""
    if story.author_id == persona.pk or persona.network != story.author.network:
        return
    row = Look(story=story, persona=persona, position=clock.position_of(clock.now()))
    Look.objects.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def feel(persona: Persona, *, story_id: int, feeling: str) -> Story:
    """Say what one feels about a story; the same again, or nothing, takes it back. Announces StoryAnswered."""
    story = queries.get(Viewer.of(persona), story_id)
    policies.check_feeling(persona, story, feeling)
    look(persona, story=story)
    row = Look.objects.select_for_update().get(story=story, persona=persona)
    row.feeling = "" if feeling == row.feeling else feeling
    row.save(update_fields=["feeling"])
    announce(StoryAnswered(story.pk, persona.pk, story.author_id, row.feeling))
    return story


def part(one_id: int, other_id: int) -> None:
    """Two who no longer see each other: neither is among those who looked at the other's stories."""
    theirs = Q(persona=one_id, story__author=other_id) | Q(persona=other_id, story__author=one_id)
    Look.objects.filter(theirs).delete()
