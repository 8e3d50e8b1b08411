"""What a post is made of besides its words: pictures, hashtags, mentions, the card of its first link."""

from collections.abc import Sequence

from twofold.network.media.actions import place_in, release
from twofold.network.media.models import Picture
from twofold.network.posts.actions.naming import keep_mentions
from twofold.network.posts.extras import PLAIN, Extras
from twofold.network.posts.markup import first_link, handles_in, render, tags_in
from twofold.network.posts.models import Hashtag, LinkCard, Poll, Post, PostPicture, Tagging
from twofold.network.posts.policies import check_motion, check_pictures
from twofold.people.audiences.queries import mention_candidates
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def mentioned(author: Persona, text: str) -> dict[str, Persona]:
    """Whom `text` mentions, by handle as written; one query, none without an @."""
    handles = handles_in(text) if "@" in text else []
    return mention_candidates(Viewer.of(author), handles) if handles else {}


def html_of(author: Persona, text: str, mentions: dict[str, Persona]) -> str:
    return render(text, network=author.network, mentions=mentions)


def keep_words(
    post: Post, mentions: dict[str, Persona], shown: dict[str, Persona], *, anew: bool = True
) -> None:
    """Write the hashtags, mentions and the link card that follow from a post's text; `shown` as `agreeing` finds."""
    _keep_tags(post, anew=anew)
    if mentions or not anew:
        keep_mentions(post, mentions.values(), shown.values(), anew=anew)
    _keep_card(post, anew=anew)


def _keep_tags(post: Post, *, anew: bool) -> None:
    names = tags_in(post.text) if "#" in post.text else {}
    if not anew:
        Tagging.objects.filter(post=post).delete()
    if not names:
        return
    Hashtag.objects.bulk_create(
        (Hashtag(network=post.network, name=name, written=written) for name, written in names.items()),
        ignore_conflicts=True,
    )
    tags = Hashtag.objects.filter(network=post.network, name__in=names)
    Tagging.objects.bulk_create(Tagging(tag=tag, post=post, position=post.position) for tag in tags)


def _keep_card(post: Post, *, anew: bool) -> None:
    link = first_link(post.text) if "." in post.text and not post.root_id else ""
    if not anew:
        LinkCard.objects.filter(post=post).exclude(url=link).delete()
    if link and (anew or not LinkCard.objects.filter(post=post).exists()):
        LinkCard.objects.create(post=post, url=link)


def attach(author: Persona, post: Post, pictures: Sequence[Picture]) -> None:
    """Put pictures into a post; from now on they reach whom the post reaches."""
    check_pictures(author, [each.author_id for each in pictures])
    if not pictures:
        return
    check_motion(pictures)
    place = "comment" if post.root_id else "post"
    place_in(author, pictures=pictures, audience_id=post.audience_id, place=place)
    PostPicture.objects.bulk_create(
        PostPicture(post=post, picture=each, place=number) for number, each in enumerate(pictures)
    )


def replace(author: Persona, post: Post, pictures: Sequence[Picture]) -> bool:
    """Give a post these pictures and no others; those left out are their author's alone again. Whether any changed."""
    held = list(PostPicture.objects.filter(post=post).values_list("picture", flat=True))
    if held == [each.pk for each in pictures]:
        return False
    detach(post)
    attach(author, post, pictures)
    return True


def detach(post: Post) -> list[int]:
    """Take all pictures out of a post; their ids."""
    held = list(PostPicture.objects.filter(post=post).values_list("picture", flat=True))
    if held:
        PostPicture.objects.filter(post=post).delete()
        release(held)
    return held


def extras_of(post: Post) -> Extras:
    """What a post has besides words, pictures and an audience; votes are no part of it."""
    poll = Poll.objects.filter(post=post).first()
    options = list(poll.options.values_list("text", flat=True)) if poll else []
    days = (poll.ends_at - post.published_at).days if poll else PLAIN.days
    many = poll is not None and poll.many
    return Extras(post.occasion, post.feeling, post.place, post.replies, tuple(options), many, days)
