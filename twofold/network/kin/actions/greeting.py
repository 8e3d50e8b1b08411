"""What is written on the card of a milestone."""

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.kin.facts import Greeted, GreetingGone
from twofold.network.kin.models import Greeting
from twofold.network.kin.policies import check_wish
from twofold.network.kin.queries import milestone
from twofold.network.posts.models import Post
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import named
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def greet(actor: Persona, *, post_id: int, text: str, alone: bool = False) -> Greeting:
    """One for each card; writing again changes it. With `alone` only the one whose milestone it is reads it."""
    card, text = milestone(Viewer.of(actor), post_id), clean_block(text)
    post = card.post
    if actor.pk == post.author_id:
        raise Refused(_("This card is yours: others write on it."))
    if card.closed:
        raise Refused(card.closed)
    check_wish(text)
    audience = compose(actor, named({post.author_id})).pk if alone else post.audience_id
    says = {"text": text, "alone": alone, "audience_id": audience}
    row, made = Greeting.objects.update_or_create(
        post=post, author=actor, defaults=says, create_defaults={**says, "created_at": clock.now()}
    )
    if made:
        announce(Greeted(post.pk, actor.pk, post.author_id))
    return row


@transaction.atomic
def take_greeting(actor: Persona, *, greeting_id: int) -> Greeting:
    """Off the card: by whoever wrote it, or by the one whose card it is."""
    mine = Q(author=actor) | Q(post__author=actor)
    row = Greeting.objects.select_related("post").filter(mine, pk=greeting_id).first()
    if row is None:
        raise Absent
    Greeting.objects.filter(pk=row.pk).delete()
    announce(GreetingGone(row.post_id, row.author_id, row.post.author_id))
    return row


def follow_milestones(**which: int) -> None:
    """What stands on the cards of these posts is for whom the posts are now."""
    rows = Greeting.objects.filter(alone=False, **which).exclude(audience=F("post__audience"))
    rows.update(audience=Subquery(Post.objects.filter(pk=OuterRef("post")).values("audience")))
