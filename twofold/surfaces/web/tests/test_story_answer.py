"""A story is answered by a message to its author, and to nobody else."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.messaging.models import Message
from twofold.network.stories.models import Story

pytestmark = pytest.mark.django_db


def test_an_answer_is_a_message_that_leads_to_the_story():
    ada, ben, cleo = (person(each) for each in ("ada", "ben", "cleo"))
    befriend(ada, ben)
    told = {"text": "Low water", "colour": "sea", "reach": "ties", "intent": "send", "once": "o1"}
    assert client_of(ada).post("/social/stories/new", told).status_code == 303
    at = f"/social/stories/{encode(Story.objects.get().pk)}/"
    browser = client_of(ben)
    assert f'action="{at}answer"' in browser.get(at).content.decode()
    assert f'action="{at}answer"' not in client_of(ada).get(at).content.decode()
    talk = browser.post(f"{at}answer", {"text": "Boots are on"}, follow=True)
    assert "Boots are on" in talk.content.decode()
    assert at in Message.objects.get().text
    refused = client_of(cleo).post(f"{at}answer", {"text": "Me <too>"})
    assert refused.status_code == 404
    assert "Me &lt;too&gt;" in refused.content.decode(), "words that found no story are given back"
    own = client_of(ada).post(f"{at}answer", {"text": "To myself"})
    assert own.status_code == 422
    assert ">\nTo myself</textarea>" in own.content.decode()
    assert Message.objects.count() == 1
