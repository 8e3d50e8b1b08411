"""What changes who is near an employer, or who recruits."""

from twofold.care.privacy import actions
from twofold.foundation.courier.registry import on
from twofold.network.pages.facts import DomainProved, RoleGiven, RoleOffered, RoleTaken
from twofold.network.profiles.facts import EntryGone, EntryKept
from twofold.network.profiles.models import EntryKind


@on(RoleGiven)
def after_a_role(fact: RoleGiven) -> None:
    actions.keep_all()
    actions.keep_staff(fact.page_id)


@on(RoleOffered)
def after_an_offer(fact: RoleOffered) -> None:
    actions.keep_all()
    actions.keep_staff(fact.page_id)


@on(RoleTaken)
def after_a_role_was_taken(fact: RoleTaken) -> None:
    actions.keep_all()
    actions.keep_staff(fact.page_id)


@on(DomainProved)
def after_a_proof(fact: DomainProved) -> None:
    actions.keep_all()


@on(EntryKept)
def after_work_changed(fact: EntryKept) -> None:
    if fact.kind == EntryKind.EXPERIENCE:
        actions.keep_all()
        actions.keep_staff()


@on(EntryGone)
def after_work_went(fact: EntryGone) -> None:
    if fact.kind == EntryKind.EXPERIENCE:
        actions.keep_all()
        actions.keep_staff()
