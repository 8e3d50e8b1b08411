"""Things passed on: a repost and a quote of what the author shared, by somebody who saw it then."""

from typing import TYPE_CHECKING

from twofold.network.posts import actions as posts
from twofold.people.audiences.models import Scope
from twofold.people.audiences.specs import EVERYONE

if TYPE_CHECKING:
    from tests.wall.cast import Exhibit, Stage

# What "passer", a tie of the author, passes on. The last two close to them afterwards.
QUOTED = {
    "everyone",
    "members",
    "ties",
    "members_but",
    "ties_but",
    "everyone_but",
    "far",
    "narrowed",
    "deleted",
}


def pass_on(stage: "Stage", exhibit: "Exhibit") -> None:
    """Repost and quote an exhibit, where the passer may."""
    passer = stage.people["passer"]
    if exhibit.name not in QUOTED:
        return
    if exhibit.post.audience.scope >= Scope.MEMBERS:
        exhibit.repost_id = posts.repost(passer, post=exhibit.post).pk
    quoting = posts.publish(passer, text="Look at this.", spec=EVERYONE, quote_of=exhibit.post)
    exhibit.quote_id = quoting.pk
