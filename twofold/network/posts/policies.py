"""May somebody do this with a post? Nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Kind, Picture
from twofold.network.posts.models import (
    MAX_OPTION,
    MAX_OPTIONS,
    MAX_PICTURES,
    MAX_TEXT,
    MIN_OPTIONS,
    OCCASIONS,
    REACTIONS,
    Feeling,
    Limiting,
    Option,
    Poll,
    Post,
    Replies,
)
from twofold.people.audiences.models import Scope
from twofold.people.personas.models import Network, Persona

MAX_WARNING = 200
MAX_PLACE = 80
RESTORED_WITHIN = timedelta(days=1)
# Taken down by those who look after the server: neither brought back by its author nor forgotten in time.
TAKEN_DOWN = datetime(9999, 1, 1, tzinfo=UTC)
UNLIMITED_WITHIN = timedelta(days=1)
LONGEST_AHEAD = timedelta(days=366)
SHORTEST_POLL, LONGEST_POLL = timedelta(minutes=5), timedelta(days=31)
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
    if post.audience.owner_id != post.author_id:
        raise Refused(
            _("What is said in a group reaches those whom the group reaches. Delete it to take it back.")
        )


def check_limiting(limiting: Limiting) -> None:
    if clock.now() - limiting.at > UNLIMITED_WITHIN:
        raise Refused(_("It is too late to take this back. You can widen each post again."))


def check_repost(post: Post) -> None:
    """Only what all members may see travels on."""
    if post.audience.scope not in (Scope.EVERYONE, Scope.MEMBERS):
        raise Refused(_("This was shared with a few people only, so it cannot be reposted."))


def check_reaction(post: Post, kind: str) -> None:
    if kind not in REACTIONS[Network(post.network)]:
        raise Refused(_("That reaction does not exist in this network."), field="kind")


def check_poll(texts: Sequence[str]) -> None:
    if len(texts) < MIN_OPTIONS:
        raise Refused(_("A poll needs at least two different answers."), field="options")
    if len(texts) > MAX_OPTIONS:
        raise Refused(_("A poll has room for %(most)d answers.") % {"most": MAX_OPTIONS}, field="options")
    if any(len(each) > MAX_OPTION for each in texts):
        raise Refused(
            _("An answer has room for %(most)d characters.") % {"most": MAX_OPTION}, field="options"
        )


def check_lasting(lasting: timedelta) -> None:
    if not SHORTEST_POLL <= lasting <= LONGEST_POLL:
        raise Refused(_("A poll is open for at least five minutes, and for at most a month."), field="days")


def check_vote(poll: Poll, chosen: set[int], options: Sequence[Option]) -> list[Option]:
    """The answers that were chosen."""
    if poll.ends_at <= clock.now():
        raise Refused(_("This poll is over."))
    if len(chosen) > 1 and not poll.many:
        raise Refused(_("Choose one answer."))
    found = [each for each in options if each.place in chosen]
    if len(found) < len(chosen):
        raise Refused(_("One of these answers does not exist. Choose again."))
    return found


def check_reply(root: Post, actor: Persona, *, tied: bool, mentioned: bool) -> None:
    """Whether `actor`, a tie of the author or not, mentioned or not, may answer in the thread of `root`."""
    refused = {
        Replies.TIES: not tied,
        Replies.MENTIONED: not mentioned,
        Replies.NOBODY: True,
    }.get(Replies(root.replies), False)
    if root.replies == Replies.CLOSED or (refused and actor.pk != root.author_id):
        raise Refused(reply_words(root), forbidden=True)


def reply_words(root: Post) -> str:
    """Who may answer in a thread, as a sentence; empty when all may."""
    home = root.network == Network.SOCIAL
    return {
        Replies.TIES: _("Only friends of the author can answer here.")
        if home
        else _("Only connections of the author can answer here."),
        Replies.MENTIONED: _("Only those whom the post mentions can answer here."),
        Replies.NOBODY: _("Answers are closed."),
        Replies.CLOSED: _("The group is archived: it can be read, and nothing is added to it."),
    }.get(Replies(root.replies), "")


def check_extras(network: str, *, occasion: str, feeling: str, place: str) -> None:
    if occasion and occasion not in OCCASIONS[Network(network)]:
        raise Refused(_("Choose an occasion of the list."), field="occasion")
    if feeling and feeling not in Feeling.values:
        raise Refused(_("Choose a feeling of the list."), field="feeling")
    if len(place) > MAX_PLACE:
        raise Refused(_("A place has room for %(most)d characters.") % {"most": MAX_PLACE}, field="place")


def check_due(due: datetime | None) -> None:
    """A time to send something by itself: ahead, and within a year."""
    moment = clock.now()
    if due is None or due <= moment:
        raise Refused(_("Choose a time that is still to come."), field="due")
    if due > moment + LONGEST_AHEAD:
        raise Refused(_("Choose a time within a year."), field="due")


def check_restore(post: Post) -> None:
    if (
        post.deleted_at is None
        or post.deleted_at == TAKEN_DOWN
        or clock.now() - post.deleted_at > RESTORED_WITHIN
    ):
        raise Refused(_("It is too late to bring this back: deleted posts are kept for a day."))


def check_unsend(post: Post) -> None:
    if clock.now() - post.published_at > UNSENT_WITHIN:
        raise Refused(_("It is too late to undo this. You can delete or edit the post."))
