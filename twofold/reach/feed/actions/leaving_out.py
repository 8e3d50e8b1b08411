"""What a reader wants to see no more."""

from datetime import timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona
from twofold.reach.feed.models import Hidden, Snooze
from twofold.reach.feed.policies import check_hide, check_snooze
from twofold.reach.feed.words import as_word


def hide(actor: Persona, *, post: Post) -> None:
    """Show this post in no feed of the actor's again; twice is once."""
    check_hide(actor, post)
    Hidden.objects.get_or_create(owner=actor, post=post, defaults={"at": clock.now()})


def unhide(actor: Persona, *, post_id: int) -> None:
    Hidden.objects.filter(owner=actor, post=post_id).delete()


@transaction.atomic
def snooze(actor: Persona, *, word: str, days: int = 0) -> None:
    """Keep posts with this word out of the actor's feeds for so many days; 0: until it is undone."""
    word = clean_line(word)
    folded = as_word(word)[:120]
    check_snooze(actor, word, folded)
    until = clock.now() + timedelta(days=days) if days else None
    Snooze.objects.update_or_create(owner=actor, folded=folded, defaults={"word": word, "until": until})


def unsnooze(actor: Persona, *, snooze_id: int) -> None:
    Snooze.objects.filter(owner=actor, pk=snooze_id).delete()


def forget_snoozes() -> int:
    """Forget words whose time is over; how many."""
    return Snooze.objects.filter(until__lte=clock.now()).delete()[0]
