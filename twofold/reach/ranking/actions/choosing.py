"""What a reader chooses: the order, the recipe, more and less, and that nothing of what they do is counted."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.people.personas.models import Persona
from twofold.reach.ranking.models import Bond, Leaning, Order, Ranked, Seen, Taste
from twofold.reach.ranking.policies import check_leaning
from twofold.reach.ranking.queries.taste import taste_of
from twofold.reach.ranking.recipes import cleaned


def choose_order(actor: Persona, *, order: str) -> Taste:
    """Read in this order from now on, in the actor's network."""
    if order not in Order.values:
        raise Refused(_("Choose one of the orders that are offered."))
    taste = taste_of(actor.pk)
    taste.order = order
    taste.save()
    return taste


def tune(actor: Persona, *, weights: Mapping[str, int]) -> Taste:
    """Weigh the terms like this from now on, in percent; what is not named is as usual. It is read as For you."""
    taste = taste_of(actor.pk)
    taste.weights = cleaned(actor.network, weights)
    taste.order = Order.FOR_YOU
    changed(taste)
    return taste


@transaction.atomic
def choose_profiling(actor: Persona, *, plain: bool) -> Taste:
    """Let what one does be counted, or not: then nothing of it is kept either, from this moment on."""
    taste = taste_of(actor.pk)
    taste.plain = plain
    taste.bonded = 0
    if plain:
        Bond.objects.filter(owner=actor).delete()
        Seen.objects.filter(owner=actor).delete()
        Ranked.objects.filter(owner=actor).delete()
    changed(taste)
    return taste


@transaction.atomic
def lean(actor: Persona, *, about: str, ref: str, amount: int) -> None:
    """More (1) or less (-1) of a person, a topic or a kind of post; 2: never miss this person; 0: as usual again."""
    check_leaning(actor, about, ref, amount)
    if amount:
        fresh = {"amount": amount, "since": clock.now()}
        Leaning.objects.update_or_create(owner=actor, about=about, ref=ref, defaults=fresh)
    else:
        Leaning.objects.filter(owner=actor, about=about, ref=ref).delete()
    changed(taste_of(actor.pk))


def refresh(actor: Persona) -> None:
    """Let no earlier ranking stand: what the feed leaves out has changed."""
    changed(taste_of(actor.pk))


def changed(taste: Taste) -> None:
    """Keep what was chosen, and let no earlier ranking stand for it."""
    taste.changed = clock.position_of(clock.now())
    taste.save()
