from twofold.foundation.courier.registry import on
from twofold.network.kin import actions
from twofold.network.posts.facts import AudienceChanged, PastLimited
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_a_family(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)


@on(AudienceChanged)
def follow_a_milestone(fact: AudienceChanged) -> None:
    actions.follow_milestones(post=fact.post_id)


@on(PastLimited)
def follow_past_milestones(fact: PastLimited) -> None:
    actions.follow_milestones(post__author=fact.author_id)
