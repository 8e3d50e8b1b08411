"""Whether somebody may answer in a thread."""

from twofold.foundation.kit.refusals import Refused
from twofold.network.posts.models import Mention, Post, Replies
from twofold.network.posts.policies import check_reply, reply_words
from twofold.people.graph.queries import relations
from twofold.people.personas.viewers import Viewer


def check_may_answer(viewer: Viewer, root: Post) -> None:
    """Refused where the author of `root` keeps its answers to some of whom the viewer is not one."""
    if root.replies == Replies.ALL or viewer.persona is None:
        return
    tied = mentioned = False
    if root.replies == Replies.TIES:
        tied = relations(viewer, [root.author_id])[root.author_id].tied
    elif root.replies == Replies.MENTIONED:
        mentioned = Mention.objects.filter(post=root, persona=viewer.id).exists()
    check_reply(root, viewer.persona, tied=tied, mentioned=mentioned)


def answering(viewer: Viewer, root_id: int) -> dict[str, str]:
    """What the page of a thread says of its answers.

    `closed`: why the viewer may not give one; `rule`: who may, if not all; and the `occasion`. Whoever asks has asked
    the door.
    """
    root = (
        Post.objects.select_related("author").only("author", "network", "replies", "occasion").get(pk=root_id)
    )
    said = {"closed": "", "rule": reply_words(root), "occasion": root.occasion}
    try:
        check_may_answer(viewer, root)
    except Refused as refusal:
        said["closed"] = str(refusal.reason)
    return said
