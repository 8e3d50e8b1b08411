"""A yes to stand on a project holds for the people it was shown to."""

from twofold.foundation.courier.actions import announce
from twofold.network.profiles.facts import MemberNamed
from twofold.network.profiles.models import Entry, Member


def ask_again(entry: Entry) -> None:
    """The project is for other people than those who said yes to it knew of: they are asked again."""
    for member in entry.members.filter(state=Member.State.AGREED):
        member.state = Member.State.NAMED
        member.save(update_fields=["state"])
        announce(MemberNamed(member.pk, entry.author_id, member.persona_id))
