"""May somebody do this with a post? Nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Kind, Picture
from twofold.network.posts.models import MAX_PICTURES, MAX_TEXT, REACTIONS, Post
from twofold.people.audiences.models import Scope
from twofold.people.personas.models import Network, Persona

MAX_WARNING = 200
RESTORED_WITHIN = timedelta(days=1)
UNSENT_WITHIN = timedelta(minutes=1)


def check_words(text: str, warning: str = "") -> None:
    """Text and content warning are within their limits."""
    if len(text) > MAX_TEXT:
        over = len(text) - MAX_TEXT
        raise Refused(
            ngettext(
                "A post has room for %(limit)s characters. Yours is %(over)s too long.",
                "A post has room for %(limit)s characters. Yours is %(over)s too long.",
                over,
            )
            % {"limit": f"{MAX_TEXT:,}", "over": f"{over:,}"},
            field="text",
        )
    if len(warning) > MAX_WARNING:
        raise Refused(
            _("A content warning has room for %(limit)d characters.") % {"limit": MAX_WARNING},
            field="warning",
        )


def check_pictures(author: Persona, owners: list[int]) -> None:
    """At most so many pictures, all the author's own. `owners` are the ids of their authors."""
    if len(owners) > MAX_PICTURES:
        raise Refused(
            _("A post has room for %(limit)d pictures. Take out %(over)d.")
            % {"limit": MAX_PICTURES, "over": len(owners) - MAX_PICTURES},
            field="pictures",
        )
    if any(owner != author.pk for owner in owners):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="pictures")


def check_motion(pictures: Sequence[Picture]) -> None:
    """A post has pictures, or one video."""
    films = [each for each in pictures if each.kind == Kind.VIDEO]
    if films and len(pictures) > 1:
        raise Refused(
            _("A post has room for one video, or for pictures without one. Take the others out."),
            field="pictures",
        )


def check_something(text: str, pictures: int, *, quoting: bool = False) -> None:
    if not text and not pictures and not quoting:
        raise Refused(_("Write something, or add a picture."), field="text")


def check_author(actor: Persona, post: Post) -> None:
    if post.author_id != actor.pk:
        raise Refused(_("Only the one who wrote this can change it."), forbidden=True)


def check_own_audience(post: Post) -> None:
    if post.root_id or post.repost_of_id:
        raise Refused(_("A comment or a repost reaches whom the post itself reaches."))


def check_repost(post: Post) -> None:
    """Only what all members may see travels on."""
    if post.audience.scope not in (Scope.EVERYONE, Scope.MEMBERS):
        raise Refused(_("This was shared with a few people only, so it cannot be reposted."))


def check_reaction(post: Post, kind: str) -> None:
    if kind not in REACTIONS[Network(post.network)]:
        raise Refused(_("That reaction does not exist in this network."), field="kind")


def check_restore(post: Post) -> None:
    if post.deleted_at is None or clock.now() - post.deleted_at > RESTORED_WITHIN:
        raise Refused(_("It is too late to bring this back: deleted posts are kept for a day."))


def check_unsend(post: Post) -> None:
    if clock.now() - post.published_at > UNSENT_WITHIN:
        raise Refused(_("It is too late to undo this. You can delete or edit the post."))
