"""May a reader leave this out of their feed? Nothing, or a refusal that says why. The door is asked before."""

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona
from twofold.reach.feed.models import Snooze

MOST_WORDS = 50
LONGEST = 60


def check_hide(actor: Persona, post: Post) -> None:
    if post.network != actor.network:
        raise Refused(_("You can hide posts of your own network only."))
    if post.author_id == actor.pk:
        raise Refused(_("This is your own post. You can delete it, or change who sees it."))


def check_snooze(actor: Persona, word: str, folded: str) -> None:
    if not folded:
        raise Refused(_("Write a word to snooze."), field="word")
    if len(word) > LONGEST:
        raise Refused(_("A word has room for %(limit)d characters.") % {"limit": LONGEST}, field="word")
    held = Snooze.objects.filter(owner=actor)
    if held.count() >= MOST_WORDS and not held.filter(folded=folded).exists():
        raise Refused(
            _("You can snooze at most %(most)d words. Let one go first.") % {"most": MOST_WORDS}, field="word"
        )
