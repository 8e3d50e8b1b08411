"""What one does about suggestions: refuse one, a reason, or to be one oneself; and take each back."""

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.people.personas.models import Persona
from twofold.reach.suggestions.models import Refusal, Reserved
from twofold.reach.suggestions.policies import check_refusal


def refuse_person(actor: Persona, *, persona: Persona) -> Refusal:
    """Never suggest `persona` to the actor again; nobody learns of it."""
    return _refuse(actor, Refusal.About.PERSON, str(persona.pk), persona.name)


def refuse_reason(actor: Persona, *, about: str, ref: str, words: str) -> Refusal:
    """Suggest nobody to the actor for this reason any more."""
    if about == Refusal.About.PERSON:
        raise Absent
    return _refuse(actor, about, ref, words or _("people in common"))


def take_back(actor: Persona, *, refusal_id: int) -> None:
    Refusal.objects.filter(owner=actor, pk=refusal_id).delete()


def choose_to_be_suggested(actor: Persona, *, shown: bool) -> None:
    """Let the actor be suggested to others, or to nobody; from this moment on."""
    if shown:
        Reserved.objects.filter(pk=actor.pk).delete()
    else:
        Reserved.objects.get_or_create(persona=actor, defaults={"since": clock.now()})


def _refuse(actor: Persona, about: str, ref: str, words: str) -> Refusal:
    check_refusal(actor, about, ref)
    fresh = {"words": words[:150], "since": clock.now()}
    return Refusal.objects.update_or_create(owner=actor, about=about, ref=ref, defaults=fresh)[0]
