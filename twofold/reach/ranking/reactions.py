from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.posts.facts import CommentPublished, Reacted
from twofold.reach.ranking import actions


@on(Reacted)
def who_reacts_has_seen(fact: Reacted) -> None:
    actions.saw_and_did(fact.persona_id, fact.post_id)


@on(CommentPublished)
def who_answers_has_seen(fact: CommentPublished) -> None:
    actions.saw_and_did(fact.author_id, fact.root_id)


@every(timedelta(hours=3))
def count_bonds_again() -> None:
    actions.count_old_bonds()


@every(timedelta(hours=12))
def forget_old_rankings() -> None:
    actions.trim()


@every(timedelta(days=1))
def forget_what_was_seen() -> None:
    actions.forget_seen()
