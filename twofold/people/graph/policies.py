"""May this persona do that in the graph: the empty string says yes, any other is the reason why not.

The door comes before these: whoever may not come across a persona learns nothing about it here.
"""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.people.graph.models import KINDS, LAPSE, Circle, Follow, Introduction, Note, Tag, Tie, TieRequest
from twofold.people.personas.models import Network, Persona

MAX_TIES = 30_000
MAX_OPEN_REQUESTS = 200
MAX_FOLLOWS = 20_000
MAX_CIRCLES = 100
MAX_CIRCLE_NAME = 60
MAX_NOTE = 300
MAX_MEMORY = 2_000
MAX_NOTED = 5_000
MAX_TAGS = 20
MAX_TAG_WORDS = 200
MAX_TAG = 40
MAX_WORDS = 600
MAX_OUTREACH = 20
A_DAY = timedelta(days=1)


def why_not_tie(actor: Persona, other: Persona) -> str:
    """Why `actor` and `other` cannot be tied at all."""
    if actor.pk == other.pk:
        return _("That is you.")
    if actor.is_page or other.is_page:
        return _("Pages can be followed, but have no ties of their own.")
    if Tie.objects.filter(owner=actor).count() >= MAX_TIES:
        return _("You have reached the largest number of ties a person can have here.")
    return ""


def why_not_request(actor: Persona, receiver: Persona, note: str) -> str:
    """Why `actor` cannot ask `receiver` for a tie."""
    if len(note) > MAX_NOTE:
        return _("A note has at most %(most)d characters; this one has %(length)d.") % {
            "most": MAX_NOTE,
            "length": len(note),
        }
    waiting = TieRequest.objects.filter(sender=actor, withdrawn=False).count()
    if waiting >= MAX_OPEN_REQUESTS:
        return _("You have %(count)d requests waiting. Withdraw some before you send more.") % {
            "count": waiting
        }
    return why_not_tie(actor, receiver)


def why_not_kind(actor: Persona, kind: str) -> str:
    """Why `actor` cannot hold someone to be of this kind."""
    if kind in KINDS[Network(actor.network)]:
        return ""
    return _("Choose one of the kinds of this network.")


def why_not_follow(actor: Persona, followed: Persona) -> str:
    if actor.pk == followed.pk:
        return _("That is you.")
    if Follow.objects.filter(follower=actor).count() >= MAX_FOLLOWS:
        return _("You follow as many as a person can here. Unfollow someone first.")
    return ""


def why_not_circle_name(actor: Persona, name: str, *, besides: Circle | None = None) -> str:
    """Why `actor` cannot have a circle of this name, `besides` one that already has it."""
    if not name:
        return _("Give the circle a name.")
    if len(name) > MAX_CIRCLE_NAME:
        return _("A name has at most %(most)d characters.") % {"most": MAX_CIRCLE_NAME}
    others = Circle.objects.filter(owner=actor)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    elif others.count() >= MAX_CIRCLES:
        return _("You can have at most %(most)d circles.") % {"most": MAX_CIRCLES}
    if others.filter(name__iexact=name).exists():
        return _("You have a circle of that name already.")
    return ""


def why_not_distance(actor: Persona, persona: Persona) -> str:
    """Why `actor` cannot block or mute `persona`."""
    return _("That is you.") if actor.pk == persona.pk else ""


def why_not_note(actor: Persona, persona: Persona, text: str) -> str:
    """Why `actor` cannot keep this note on somebody."""
    if actor.pk == persona.pk:
        return _("That is you.")
    if len(text) > MAX_MEMORY:
        return _("A note has at most %(most)d characters; this one has %(length)d.") % {
            "most": MAX_MEMORY,
            "length": len(text),
        }
    if text and Note.objects.filter(by=actor).exclude(persona=persona).count() >= MAX_NOTED:
        return _("You have as many notes as one can have here. Delete some first.")
    return ""


def why_not_tags(actor: Persona, persona: Persona, tags: Mapping[str, str]) -> str:
    """Why `actor` cannot give somebody these tags, by what two spellings of each share."""
    if len(tags) > MAX_TAGS:
        return _("At most %(most)d tags for one person.") % {"most": MAX_TAGS}
    long = next((name for name in tags.values() if len(name) > MAX_TAG), "")
    if long or any(len(key) > MAX_TAG for key in tags):
        return _("A tag has at most %(most)d characters: “%(tag)s” is longer.") % {
            "most": MAX_TAG,
            "tag": long,
        }
    others = Tag.objects.filter(by=actor).exclude(persona=persona).values_list("folded", flat=True).distinct()
    if tags and len(set(others) | set(tags)) > MAX_TAG_WORDS:
        return _("You use %(most)d different tags already. Use one of them.") % {"most": MAX_TAG_WORDS}
    return ""


def why_not_introduction(actor: Persona, target: Persona) -> str:
    """Why `actor` cannot ask to be introduced to `target`."""
    if reason := why_not_tie(actor, target):
        return reason
    if Tie.objects.filter(owner=actor, other=target).exists():
        return _("You know each other already.")
    now, state = clock.now(), Introduction.State
    asked = Introduction.objects.filter(asker=actor, target=target).exclude(state=state.MET)
    if asked.exclude(state=state.TAKEN_BACK).filter(asked_at__gt=now - LAPSE).exists():
        return _("You have asked to be introduced to %(name)s. Nobody else needs to be asked meanwhile.") % {
            "name": target.name
        }
    if asked.filter(asked_at__gt=now - A_DAY).exists():
        return _("You took that back today. You can ask again tomorrow.")
    return ""


def why_not_words(words: str, *, needed: bool = False) -> str:
    """Why these cannot be the words of a letter."""
    if needed and not words:
        return _("Write what they may pass on.")
    if len(words) > MAX_WORDS:
        return _("At most %(most)d characters; these are %(length)d.") % {
            "most": MAX_WORDS,
            "length": len(words),
        }
    return ""


def why_not_outreach(actor: Persona) -> str:
    """Why `actor` cannot turn to one more person today: requests and introductions count alike."""
    since = clock.now() - A_DAY
    count = Introduction.objects.filter(asker=actor, asked_at__gt=since).count()
    count += TieRequest.objects.filter(sender=actor, created_at__gt=since, withdrawn=False).count()
    if count >= MAX_OUTREACH:
        return _("You have reached out to %(most)d people today. Tomorrow you can go on.") % {
            "most": MAX_OUTREACH
        }
    return ""
