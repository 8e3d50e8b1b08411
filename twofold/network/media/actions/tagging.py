"""Saying who is on a picture, and the answer of whoever is named."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.media import policies, queries
from twofold.network.media.facts import TagClosed, TagProposed
from twofold.network.media.models import PersonTag, Picture
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def propose_tag(actor: Persona, *, picture: Picture, persona: Persona) -> None:
    """Say that `persona` is on a picture of one's own; nobody sees it before they agree. Announces TagProposed.

    Oneself needs no asking. Who said no is not asked again, and whoever asks does not learn it.
    """
    viewer = Viewer.of(actor)
    picture = queries.get(viewer, picture.pk)
    if not personas_visible_to(viewer).filter(pk=persona.pk).exists():
        raise Absent
    policies.check_tag(actor, picture, persona)
    own = persona.pk == actor.pk
    tag, made = PersonTag.objects.get_or_create(
        picture=picture, persona=persona, defaults={"by": actor, "created_at": clock.now()}
    )
    if own:
        _agree(tag, picture)
    elif made:
        announce(TagProposed(picture.pk, persona.pk, actor.pk))


@transaction.atomic
def confirm_tag(persona: Persona, *, picture_id: int) -> None:
    """Agree to be named on a picture, for those who can see it now."""
    tag = queries.own_tag(Viewer.of(persona), picture_id)
    _agree(tag, tag.picture)
    announce(TagClosed(tag.picture_id, persona.pk, tag.by_id))


@transaction.atomic
def decline_tag(persona: Persona, *, picture_id: int) -> None:
    """Not be named, or no longer; whoever named one is not told."""
    tag = queries.own_tag(Viewer.of(persona), picture_id)
    PersonTag.objects.filter(pk=tag.pk).update(state=PersonTag.State.DECLINED, agreed_for=None)
    announce(TagClosed(tag.picture_id, persona.pk, tag.by_id))


@transaction.atomic
def withdraw_tag(actor: Persona, *, picture: Picture, persona_id: int) -> None:
    """Take a name off a picture of one's own. A no that was said before stays kept."""
    if picture.author_id != actor.pk:
        raise Absent
    mine = PersonTag.objects.filter(picture=picture, persona=persona_id)
    mine.exclude(state=PersonTag.State.DECLINED).delete()
    announce(TagClosed(picture.pk, persona_id, actor.pk))


def part_tags(one_id: int, other_id: int) -> None:
    """Two who no longer see each other do not stand on each other's pictures."""
    PersonTag.objects.filter(by=one_id, persona=other_id).delete()
    PersonTag.objects.filter(by=other_id, persona=one_id).delete()


def _agree(tag: PersonTag, picture: Picture) -> None:
    PersonTag.objects.filter(pk=tag.pk).update(
        state=PersonTag.State.CONFIRMED, agreed_for=picture.audience_id
    )
