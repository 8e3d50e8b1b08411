from datetime import timedelta

from twofold.foundation.courier.registry import at_once, every, on
from twofold.network.posts.facts import AudienceChanged, PostPublished, PostRestored
from twofold.people.graph.facts import Blocked, Followed, TieEnded, TieMade, Unfollowed
from twofold.reach.feed import actions


@at_once(PostPublished)
def deliver_to_the_author(fact: PostPublished) -> None:
    # Whoever comes home after posting, quicker than the courier, finds it there.
    actions.deliver_home(fact.post_id)


@on(PostPublished)
def deliver_what_was_published(fact: PostPublished) -> None:
    actions.deliver(fact.post_id)


@on(AudienceChanged)
def deliver_to_those_newly_reached(fact: AudienceChanged) -> None:
    # Those who lost sight of it are turned away at the door when they read.
    actions.deliver(fact.post_id)


@on(PostRestored)
def deliver_what_came_back(fact: PostRestored) -> None:
    actions.deliver(fact.post_id)


@on(TieMade)
def fill_in_each_other(fact: TieMade) -> None:
    actions.backfill(owner_id=fact.asker_id, author_id=fact.accepter_id)
    actions.backfill(owner_id=fact.accepter_id, author_id=fact.asker_id)


@on(Followed)
def fill_in_the_followed(fact: Followed) -> None:
    actions.backfill(owner_id=fact.follower_id, author_id=fact.followed_id)


@on(TieEnded)
def withdraw_from_each_other(fact: TieEnded) -> None:
    actions.withdraw(owner_id=fact.one_id, author_id=fact.other_id)
    actions.withdraw(owner_id=fact.other_id, author_id=fact.one_id)


@on(Unfollowed)
def withdraw_the_unfollowed(fact: Unfollowed) -> None:
    actions.withdraw(owner_id=fact.follower_id, author_id=fact.followed_id)


@on(Blocked)
def withdraw_the_blocked(fact: Blocked) -> None:
    actions.withdraw(owner_id=fact.by_id, author_id=fact.persona_id)
    actions.withdraw(owner_id=fact.persona_id, author_id=fact.by_id)


@every(timedelta(hours=6))
def trim_long_feeds() -> None:
    actions.trim()


@every(timedelta(days=1))
def quieten_loud_authors() -> None:
    actions.quieten()


@every(timedelta(hours=6))
def forget_snoozed_words() -> None:
    actions.forget_snoozes()
