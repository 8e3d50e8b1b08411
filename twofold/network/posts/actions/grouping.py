"""What stands in a group: shown to others of it, handed back, drawn anew. `body` is the persona that owns its lists."""

from django.db import transaction
from django.db.models import F

from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.network.posts.actions.writing import audience_for, readdress
from twofold.network.posts.models import Post, Replies
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona


@transaction.atomic
def move_in_group(body: Persona, *, post: Post, audience: Audience) -> None:
    """Show what stands in a group to others of the group than before. `body` owns both audiences."""
    _in_group(body, post)
    readdress(post, audience)


@transaction.atomic
def hand_back(body: Persona, *, post: Post) -> None:
    """Take something out of a group: it is its author's alone again, and its author can share it elsewhere."""
    _in_group(body, post)
    Post.objects.filter(pk=post.pk, replies=Replies.CLOSED).update(replies=Replies.ALL)
    readdress(post, audience_for(post.author, ONLY_ME))


def _in_group(body: Persona, post: Post) -> None:
    if post.audience.owner_id != body.pk or post.root_id or post.repost_of_id:
        raise Absent


def seal_group(body: Persona, *, sealed: bool = True) -> None:
    """A group is archived: nobody answers what stands in it any more. Or it is open again."""
    before, after = (Replies.ALL, Replies.CLOSED) if sealed else (Replies.CLOSED, Replies.ALL)
    standing = Post.objects.filter(audience__owner=body, root=None, replies=before)
    standing.update(replies=after, version=F("version") + 1)


def draw_group_anew(body: Persona) -> None:
    """A group has another name, or is open to others: what stands in it says so."""
    Post.objects.filter(audience__owner=body).update(version=F("version") + 1)


def narrow_group(*, before: Audience, after: Audience) -> None:
    """Let all that carries one audience of a group carry a narrower one."""
    Picture.objects.filter(audience=before).update(audience=after)
    Post.objects.filter(audience=before).update(audience=after, version=F("version") + 1)
