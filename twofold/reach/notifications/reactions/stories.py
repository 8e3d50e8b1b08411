"""Telling of stories: their author learns what others felt about one, as long as it is there."""

from twofold.foundation.courier.registry import on
from twofold.network.stories.facts import StoryAnswered, StoryGone
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@on(StoryAnswered)
def tell_of_a_feeling(fact: StoryAnswered) -> None:
    kind, about = Kind.STORY_FELT, fact.story_id
    take_back(kind=kind, about=about, actor=fact.persona_id)
    if fact.feeling:
        notify(
            {fact.author_id}, actor_id=fact.persona_id, kind=kind, bundle=f"{kind.value}:{about}", about=about
        )


@on(StoryGone)
def forget_a_story(fact: StoryGone) -> None:
    take_back(kind=Kind.STORY_FELT, about=fact.story_id)
