"""What is asked of those who are named in pictures, or invited to add to an album."""

from twofold.foundation.courier.registry import on
from twofold.network.albums.facts import ContributorAnswered, ContributorInvited
from twofold.network.albums.queries import asks_to_add
from twofold.network.media.facts import TagClosed, TagProposed
from twofold.network.media.queries import asks_about_pictures
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@on(TagProposed)
def tell_of_a_name(fact: TagProposed) -> None:
    notify({fact.persona_id}, actor_id=fact.by_id, kind=Kind.TAG_ASKED, bundle=f"tag:{fact.by_id}")


@on(TagClosed)
def forget_a_name(fact: TagClosed) -> None:
    if not asks_about_pictures(fact.by_id, fact.persona_id):
        take_back(kind=Kind.TAG_ASKED, actor=fact.by_id, recipient=fact.persona_id)


@on(ContributorInvited)
def tell_of_an_album(fact: ContributorInvited) -> None:
    notify({fact.persona_id}, actor_id=fact.by_id, kind=Kind.ALBUM_ASKED, bundle=f"album:{fact.by_id}")


@on(ContributorAnswered)
def forget_an_album(fact: ContributorAnswered) -> None:
    if not asks_to_add(fact.by_id, fact.persona_id):
        take_back(kind=Kind.ALBUM_ASKED, actor=fact.by_id, recipient=fact.persona_id)
