"""Publishing, commenting, editing, changing who may see."""

from collections.abc import Sequence
from datetime import datetime
from secrets import randbelow

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.media.models import Picture
from twofold.network.posts import policies, queries
from twofold.network.posts.actions import parts
from twofold.network.posts.actions.limiting import show_to
from twofold.network.posts.actions.naming import agreeing, settle
from twofold.network.posts.actions.polling import ask
from twofold.network.posts.actions.sealing import begin_receipt
from twofold.network.posts.extras import PLAIN, Extras
from twofold.network.posts.facts import AudienceChanged, CommentPublished, PostEdited, PostPublished
from twofold.network.posts.models import CHOSEN, Draft, Post, PostPicture, Replies, Version
from twofold.people.audiences.actions import compose
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MAX_VERSIONS = 50


@transaction.atomic
def publish(
    author: Persona,
    *,
    text: str,
    spec: AudienceSpec = ONLY_ME,
    audience: Audience | None = None,
    pictures: Sequence[Picture] = (),
    warning: str = "",
    language: str = "",
    quote_of: Post | None = None,
    extras: Extras = PLAIN,
    at: datetime | None = None,
    once: str = "",
    draft_id: int | None = None,
) -> Post:
    """Share something with the audience `spec`, or with `audience`, a group's; announces PostPublished.

    A second call with the same key `once` gives the post that the first one made. `draft_id` is the draft that it was
    written in, which goes. `quote_of` must be something the author sees.
    """
    if made := queries.submitted(author, once):
        return made
    quoted = queries.original(Viewer.of(author), quote_of.pk) if quote_of else None
    post = _new(author, text=text, warning=warning, language=language, at=at, once=once)
    _add(post, extras)
    bare = quoted is None and not post.occasion
    policies.check_something(post.text, len(pictures), quoting=not bare)
    post.quote_of = quoted
    post.audience = audience or audience_for(author, spec)
    _keep(author, post, pictures)
    begin_receipt(post)
    ask(post, extras)
    if draft_id:
        Draft.objects.filter(author=author, pk=draft_id).delete()
    announce(PostPublished(post.pk, author.pk))
    return post


@transaction.atomic
def comment(
    author: Persona,
    *,
    parent: Post,
    text: str,
    pictures: Sequence[Picture] = (),
    warning: str = "",
    language: str = "",
    at: datetime | None = None,
    once: str = "",
) -> Post:
    """Answer a post or a comment. It reaches exactly whom the post reaches. Announces CommentPublished."""
    if made := queries.submitted(author, once):
        return made
    viewer = Viewer.of(author)
    parent = queries.original(viewer, parent.pk)
    root = queries.get(viewer, parent.root_id) if parent.root_id else parent
    post = _new(author, text=text, warning=warning, language=language, at=at, once=once)
    policies.check_something(post.text, len(pictures))
    queries.check_may_answer(viewer, root)
    post.root, post.parent, post.audience = root, parent, root.audience
    _keep(author, post, pictures)
    count_comment(post, 1)
    announce(CommentPublished(post.pk, root.pk, author.pk))
    return post


@transaction.atomic
def edit(
    author: Persona,
    *,
    post: Post,
    text: str,
    warning: str = "",
    language: str | None = None,
    pictures: Sequence[Picture] | None = None,
) -> Post:
    """Say it differently; what it said before is kept and shown. Announces PostEdited, if anything changed."""
    post = own(author, post)
    if post.repost_of_id:
        raise Refused(_("A repost has no words of its own to change."))
    text, warning = clean_block(text), clean_line(warning)
    policies.check_words(text, warning)
    held = PostPicture.objects.filter(post=post).count() if pictures is None else len(pictures)
    policies.check_something(text, held, quoting=post.quote_of_id is not None)
    moment = clock.now()
    before = (post.text, post.warning, post.language)
    earlier = Version(post=post, text=post.text, html=post.html, warning=post.warning, until=moment)
    mentions = parts.mentioned(author, text)
    shown = agreeing(post, mentions)
    post.text, post.warning, post.html = text, warning, parts.html_of(author, text, shown)
    post.language = post.language if language is None else clean_line(language)[:12]
    other_pictures = pictures is not None and parts.replace(author, post, pictures)
    if before == (post.text, post.warning, post.language) and not other_pictures:
        return post
    _keep_version(earlier)
    post.edited_at, post.version = moment, post.version + 1
    post.save(update_fields=["text", "html", "warning", "language", "edited_at", "version"])
    parts.keep_words(post, mentions, shown, anew=False)
    announce(PostEdited(post.pk))
    return post


@transaction.atomic
def change_audience(author: Persona, *, post: Post, spec: AudienceSpec) -> Post:
    """Show a post to others than before; its comments, reposts and pictures follow. Announces AudienceChanged."""
    post = own(author, post)
    policies.check_own_audience(post)
    readdress(post, audience_for(author, spec))
    return queries.get(Viewer.of(author), post.pk)


def readdress(post: Post, audience: Audience) -> None:
    """Let a thread carry another audience: for its author, and for the group in which it stands."""
    if audience.pk != post.audience_id:
        show_to(Post.objects.filter(pk=post.pk), audience)
        thread = Post.objects.filter(Q(pk=post.pk) | Q(root=post.pk), mentions__isnull=False)
        settle(thread.select_related("author", "audience").distinct())
        announce(AudienceChanged(post.pk))


def draw_anew(picture_id: int) -> None:
    """Something in a post looks different now; it was not edited."""
    Post.objects.filter(pictures__picture=picture_id).update(version=F("version") + 1)


def own(author: Persona, post: Post) -> Post:
    """`post` as it stands now, held until the transaction ends. Absent unless seen, refused unless one's own."""
    found = queries.get(Viewer.of(author), post.pk)
    policies.check_author(author, found)
    Post.objects.select_for_update().get(pk=found.pk)
    return found


def audience_for(author: Persona, spec: AudienceSpec) -> Audience:
    try:
        return compose(author, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None


def count_comment(post: Post, step: int) -> None:
    """Count a comment at its thread and at what it answers."""
    Post.objects.filter(pk__in={post.root_id, post.parent_id}).update(
        comments_count=F("comments_count") + step
    )


def _new(author: Persona, *, text: str, warning: str, language: str, at: datetime | None, once: str) -> Post:
    text, warning = clean_block(text), clean_line(warning)
    policies.check_words(text, warning)
    moment = at or clock.now()
    return Post(
        author=author,
        network=author.network,
        text=text,
        warning=warning,
        language=clean_line(language)[:12],
        published_at=moment,
        position=position(moment),
        submission=once[:80] or None,
    )


def _add(post: Post, extras: Extras) -> None:
    place = clean_line(extras.place)
    policies.check_extras(post.network, occasion=extras.occasion, feeling=extras.feeling, place=place)
    post.occasion, post.feeling, post.place = extras.occasion, extras.feeling, place
    post.replies = extras.replies if extras.replies in CHOSEN else Replies.ALL


def position(moment: datetime) -> int:
    """Where a post stands in streams. Times that come by whole milliseconds would meet too often: they are spread."""
    exact = clock.position_of(moment)
    return exact if exact % 1000 else exact + randbelow(1000)


def _keep(author: Persona, post: Post, pictures: Sequence[Picture]) -> None:
    mentions = parts.mentioned(author, post.text)
    shown = agreeing(post, mentions)
    post.html = parts.html_of(author, post.text, shown)
    post.save(force_insert=True)
    parts.attach(author, post, pictures)
    parts.keep_words(post, mentions, shown)


def _keep_version(version: Version) -> None:
    version.save()
    surplus = Version.objects.filter(post=version.post_id).order_by("-until", "-pk")[MAX_VERSIONS:]
    Version.objects.filter(pk__in=list(surplus.values_list("pk", flat=True))).delete()
