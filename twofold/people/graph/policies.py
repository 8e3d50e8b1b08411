"""May this persona do that in the graph: the empty string says yes, any other is the reason why not.

The door comes before these: whoever may not come across a persona learns nothing about it here.
"""

from django.utils.translation import gettext as _

from twofold.people.graph.models import KINDS, Circle, Follow, Tie, TieRequest
from twofold.people.personas.models import Network, Persona

MAX_TIES = 30_000
MAX_OPEN_REQUESTS = 200
MAX_FOLLOWS = 20_000
MAX_CIRCLES = 100
MAX_CIRCLE_NAME = 60
MAX_NOTE = 300


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
