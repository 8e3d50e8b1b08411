"""What is told of posts: names in them, comments, reactions and reposts."""

from django.db.models import QuerySet

from twofold.foundation.courier.registry import on
from twofold.foundation.kit.prepared import prepared
from twofold.network.posts.facts import (
    AudienceChanged,
    CommentPublished,
    MentionAnswered,
    PostEdited,
    PostPublished,
    Reacted,
    ReactionWithdrawn,
    Reposted,
)
from twofold.network.posts.models import Mention, Post
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@prepared
def _live(post: int) -> QuerySet[Post]:
    return Post.objects.filter(pk=post, live=True)


def _post(post_id: int) -> Post | None:
    return next(iter(_live(post=post_id)), None)


def _tell_the_mentioned(post: Post, *, but: set[int]) -> None:
    """Those whose name leads to them, and those who are asked whether it may; not who said no."""
    rows = Mention.objects.filter(post=post).values_list("persona", "state")
    for state, detail in ((Mention.State.SHOWN, ""), (Mention.State.ASKED, "ask")):
        notify(
            {persona for persona, its in rows if its == state} - but,
            actor_id=post.author_id,
            kind=Kind.MENTION,
            detail=detail,
            bundle=f"mention:{post.pk}",
            post=post,
            position=post.position,
        )


@on(AudienceChanged)
def ask_the_mentioned(fact: AudienceChanged) -> None:
    post = _post(fact.post_id)
    if post:
        _tell_the_mentioned(post, but=set())


@on(PostPublished)
def tell_of_a_post(fact: PostPublished) -> None:
    post = Post.objects.filter(pk=fact.post_id, live=True).select_related("quote_of").first()
    if post is None or post.repost_of_id:
        return
    quoted = {post.quote_of.author_id} if post.quote_of else set()
    notify(
        quoted,
        actor_id=post.author_id,
        kind=Kind.QUOTE,
        bundle=f"quote:{post.pk}",
        post=post,
        position=post.position,
    )
    _tell_the_mentioned(post, but=quoted)


@on(MentionAnswered)
def forget_the_question(fact: MentionAnswered) -> None:
    take_back(kind=Kind.MENTION, detail="ask", post=fact.post_id, recipient=fact.persona_id)


@on(CommentPublished)
def tell_of_a_comment(fact: CommentPublished) -> None:
    comment = Post.objects.filter(pk=fact.post_id, live=True).select_related("root", "parent").first()
    if comment is None or comment.root is None or comment.parent is None:
        return
    told: set[int] = set()
    if comment.parent_id != comment.root_id:
        told.add(comment.parent.author_id)
        _tell_of_comment(comment, Kind.REPLY, comment.parent)
    if comment.root.author_id not in told:
        told.add(comment.root.author_id)
        _tell_of_comment(comment, Kind.COMMENT, comment.root)
    _tell_the_mentioned(comment, but=told)


def _tell_of_comment(comment: Post, kind: Kind, of: Post) -> None:
    notify(
        {of.author_id},
        actor_id=comment.author_id,
        kind=kind,
        bundle=f"{kind.value}:{of.pk}",
        post=comment,
        position=comment.position,
    )


@on(PostEdited)
def tell_the_newly_mentioned(fact: PostEdited) -> None:
    post = _post(fact.post_id)
    if post:
        _tell_the_mentioned(post, but=set())


@on(Reacted)
def tell_of_a_reaction(fact: Reacted) -> None:
    post = _post(fact.post_id)
    if post:
        notify(
            {post.author_id},
            actor_id=fact.persona_id,
            kind=Kind.REACTION,
            detail=fact.kind,
            bundle=f"reaction:{post.pk}",
            post=post,
        )


@on(ReactionWithdrawn)
def forget_a_reaction(fact: ReactionWithdrawn) -> None:
    take_back(kind=Kind.REACTION, actor=fact.persona_id, post=fact.post_id)


@on(Reposted)
def tell_of_a_repost(fact: Reposted) -> None:
    # Kept with the repost, not the original: when it is undone, the door hides the notification too.
    repost = Post.objects.filter(pk=fact.repost_id, live=True).select_related("repost_of").first()
    if repost and repost.repost_of:
        notify(
            {repost.repost_of.author_id},
            actor_id=fact.persona_id,
            kind=Kind.REPOST,
            bundle=f"repost:{fact.post_id}",
            post=repost,
            position=repost.position,
        )
