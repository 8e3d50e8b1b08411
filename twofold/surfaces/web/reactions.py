from twofold.foundation.courier.registry import on
from twofold.network.endorsements.actions import follow_grounds
from twofold.network.endorsements.queries import grounded_pairs
from twofold.network.posts.facts import PostPublished
from twofold.network.posts.queries import draft_behind
from twofold.network.profiles.facts import EntryGone, EntryKept
from twofold.people.accounts.actions import end_telling
from twofold.surfaces.web.pages.grounds import by_name, grounds_between


@on(PostPublished)
def unlink_its_draft(fact: PostPublished) -> None:
    """What was shared is linked to nothing: not to the draft of the same event in the other network either."""
    if draft := draft_behind(fact.post_id):
        end_telling(draft)


@on(EntryKept)
def look_at_grounds_again(fact: EntryKept) -> None:
    """An endorsement rests on what both still show each other, and on no more."""
    for owner, endorser in grounded_pairs(fact.persona_id):
        follow_grounds(owner.pk, endorser.pk, shared=by_name(grounds_between(owner, endorser)))


@on(EntryGone)
def let_go_of_grounds(fact: EntryGone) -> None:
    look_at_grounds_again(EntryKept(fact.entry_id, fact.persona_id, fact.kind, fact.organisation_id))
