"""Kept posts in named collections, for their keeper alone."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.posts.models import Collection, Save
from twofold.people.personas.models import Persona

MOST_COLLECTIONS = 100
_MAX_NAME = 60


@transaction.atomic
def make_collection(owner: Persona, *, name: str) -> Collection:
    if Collection.objects.filter(owner=owner).count() >= MOST_COLLECTIONS:
        raise Refused(
            _("You have %(most)d collections. Remove one to begin another.") % {"most": MOST_COLLECTIONS}
        )
    try:
        with transaction.atomic():
            return Collection.objects.create(owner=owner, name=_name(name))
    except IntegrityError:
        raise Refused(_("You have a collection of that name already."), field="name") from None


@transaction.atomic
def rename_collection(owner: Persona, *, collection_id: int, name: str) -> None:
    try:
        with transaction.atomic():
            if not Collection.objects.filter(owner=owner, pk=collection_id).update(name=_name(name)):
                raise Absent
    except IntegrityError:
        raise Refused(_("You have a collection of that name already."), field="name") from None


@transaction.atomic
def drop_collection(owner: Persona, *, collection_id: int) -> None:
    """Remove a collection; what was in it stays saved."""
    Save.objects.filter(persona=owner, collection=collection_id).update(collection=None)
    Collection.objects.filter(owner=owner, pk=collection_id).delete()


@transaction.atomic
def collect(owner: Persona, *, post_id: int, collection_id: int | None) -> None:
    """Put a saved post into a collection, or take it out of all."""
    if collection_id and not Collection.objects.filter(owner=owner, pk=collection_id).exists():
        raise Absent
    if not Save.objects.filter(persona=owner, post=post_id).update(collection=collection_id):
        raise Absent


def _name(name: str) -> str:
    name = clean_line(name)
    if not name:
        raise Refused(_("Give it a name."), field="name")
    if len(name) > _MAX_NAME:
        raise Refused(_("A name has room for %(most)d characters.") % {"most": _MAX_NAME}, field="name")
    return name
