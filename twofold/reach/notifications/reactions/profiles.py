"""What is told of profiles and pages: a role in a page, a part in a project, a licence that ends."""

from twofold.foundation.courier.registry import on
from twofold.network.pages.facts import RoleOffered
from twofold.network.profiles.facts import LicenceExpires, MemberClosed, MemberNamed
from twofold.reach.notifications.actions import remind, take_back
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.reactions.telling import tell_anew


@on(RoleOffered)
def tell_of_a_role(fact: RoleOffered) -> None:
    """The page asks, not whoever pressed the button: who runs it is told to those who said yes."""
    tell_anew(fact.persona_id, fact.page_id, Kind.ROLE_OFFERED, f"role:{fact.page_id}")


@on(MemberNamed)
def tell_of_a_project(fact: MemberNamed) -> None:
    tell_anew(fact.persona_id, fact.owner_id, Kind.PART_ASKED, f"part:{fact.member_id}")


@on(MemberClosed)
def forget_a_project(fact: MemberClosed) -> None:
    take_back(kind=Kind.PART_ASKED, actor=fact.owner_id, recipient=fact.persona_id)


@on(LicenceExpires)
def tell_of_a_licence(fact: LicenceExpires) -> None:
    remind(fact.persona_id, kind=Kind.LICENCE_ENDS, bundle=f"licence:{fact.entry_id}")
