"""Whose name in a post leads to them: where it reaches far, only with their yes."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.facts import MentionAnswered
from twofold.network.posts.markup import handles_in, render
from twofold.network.posts.models import Mention, Naming, Post
from twofold.people.audiences.models import Audience, Scope
from twofold.people.audiences.queries import mention_candidates
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

State = Mention.State


def is_far(audience: Audience) -> bool:
    """Whether an audience of the social network reaches beyond friends and lists that its owner chose."""
    return audience.network == Network.SOCIAL and (audience.scope >= Scope.MEMBERS or audience.far)


def agreeing(post: Post, mentions: dict[str, Persona]) -> dict[str, Persona]:
    """Those of `mentions`, by handle, whose name may lead to them: all but where the post reaches far.

    There: who takes part in the thread, lets anybody name them, or agreed for this audience. Nobody who said no.
    """
    if not mentions:
        return {}
    ids = {each.pk for each in mentions.values()}
    known = {each.persona_id: each for each in Mention.objects.filter(post=post, persona__in=ids)}
    willing = ids if not is_far(post.audience) else _willing(post, ids, known)
    willing = {each for each in willing if each not in known or known[each].state != State.DECLINED}
    return {handle: each for handle, each in mentions.items() if each.pk in willing}


def _willing(post: Post, ids: set[int], known: dict[int, Mention]) -> set[int]:
    found = {post.author_id}
    found |= {pk for pk, each in known.items() if each.agreed_for == post.audience_id}
    found |= set(Naming.objects.filter(persona__in=ids, freely=True).values_list("persona", flat=True))
    found |= set(Persona.objects.filter(pk__in=ids, kind=Persona.Kind.PAGE).values_list("pk", flat=True))
    if post.root_id:
        said = Post.objects.filter(root=post.root_id, author__in=ids, live=True).values_list(
            "author", flat=True
        )
        found |= {*said, *Post.objects.filter(pk=post.root_id).values_list("author", flat=True)}
    return ids & found


def keep_mentions(
    post: Post, personas: Iterable[Persona], shown: Iterable[Persona], *, anew: bool = True
) -> None:
    """Note whom a post names, and whose name leads to them; the others are asked. A no stays one."""
    wanted = {each.pk for each in personas} - {post.author_id}
    led = {each.pk for each in shown}
    if not anew:
        known = Mention.objects.filter(post=post)
        known.exclude(persona__in=wanted).delete()
        open_ones = known.exclude(state=State.DECLINED)
        open_ones.filter(persona__in=led).update(state=State.SHOWN)
        open_ones.exclude(persona__in=led).update(state=State.ASKED)
        wanted -= set(known.values_list("persona", flat=True))
    Mention.objects.bulk_create(
        Mention(post=post, persona_id=each, state=State.SHOWN if each in led else State.ASKED)
        for each in wanted
    )


def settle(posts: Iterable[Post]) -> None:
    """After a change of audience or an answer: draw the names of these posts anew, those that lead to somebody."""
    for post in posts:
        mentions = mention_candidates(Viewer.of(post.author), handles_in(post.text))
        shown = agreeing(post, mentions)
        keep_mentions(post, mentions.values(), shown.values(), anew=False)
        html = render(post.text, network=post.network, mentions=shown)
        Post.objects.filter(pk=post.pk).exclude(html=html).update(html=html, version=F("version") + 1)


@transaction.atomic
def let_name(actor: Persona, *, post_id: int, agreed: bool) -> None:
    """Yes or no to leading from one post to `actor`. Nobody is told of a no."""
    rows = Mention.objects.filter(persona=actor, post=post_id, post__live=True)
    mention = rows.select_related("post__author", "post__audience").first()
    if mention is None or not Post.objects.visible_to(Viewer.of(actor)).filter(pk=post_id).exists():
        raise Absent
    mention.state = State.SHOWN if agreed else State.DECLINED
    mention.agreed_for = mention.post.audience_id if agreed else None
    mention.save(update_fields=["state", "agreed_for"])
    settle([mention.post])
    announce(MentionAnswered(post_id, actor.pk))


def choose_naming(actor: Persona, *, freely: bool) -> None:
    """Whether posts that reach far may name `actor` without asking, from now on."""
    Naming.objects.update_or_create(persona=actor, defaults={"freely": freely})
