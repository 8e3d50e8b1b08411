"""What the author of a story is told, and when it is taken back."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.stories import actions
from twofold.people.audiences.specs import ALL_TIES
from twofold.reach.notifications.models import Notification

pytestmark = pytest.mark.django_db


def test_the_author_is_told_of_a_reaction_until_it_is_taken_back():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    (story,) = actions.tell(ada, spec=ALL_TIES, words="Hm", colour="ink")
    for there in (True, False, True):
        actions.feel(boris, story_id=story.pk, feeling="love")
        drain()
        assert Notification.objects.filter(recipient=ada, kind="story_felt", actor=boris).exists() is there
    hers = client_of(ada)
    assert "reacted to your story" in hers.get("/social/notifications/?tab=posts").content.decode()
    answer = hers.get(f"/social/notifications/open/story_felt:{story.pk}/", follow=True)
    assert answer.redirect_chain[-1][0].endswith(f"/social/stories/{encode(story.pk)}/seen")
    actions.delete(ada, story_id=story.pk)
    drain()
    assert not Notification.objects.filter(recipient=ada).exclude(kind="tie_accepted").exists()
