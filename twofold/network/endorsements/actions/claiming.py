"""Claiming skills, putting them in order, and choosing who sees them."""

from django.db import transaction
from django.db.models import F, Max, Min

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line, folded
from twofold.network.endorsements import policies, queries
from twofold.network.endorsements.actions.asking import insist, own
from twofold.network.endorsements.facts import SkillClaimed, SkillRemoved
from twofold.network.endorsements.models import MAX_NAME, Default, Evidence, Skill
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import term_for
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona


@transaction.atomic
def claim(actor: Persona, *, name: str, spec: AudienceSpec | None = None) -> Skill:
    """Say that one has a skill; without `spec`, for those who see one's skills by default.

    Claiming what one has already changes nothing; what was removed within a day comes back as it was.
    """
    _hold(actor)
    name = clean_line(name)
    there = queries.claimed(actor, name) if name else None
    if there is not None:
        return there if there.live else _brought_back(there)
    insist(policies.why_not_claim(actor, name), field="name")
    audience = (
        compose(actor, spec) if spec else queries.default_audience(actor) or compose(actor, queries.USUAL)
    )
    last = Skill.objects.filter(author=actor).aggregate(last=Max("place"))["last"]
    skill = Skill.objects.create(
        author=actor,
        audience=audience,
        name=name,
        folded=folded(name)[: 2 * MAX_NAME],
        term=term_for(TermKind.SKILL, name),
        place=(last or 0) + 1,
    )
    announce(SkillClaimed(skill.pk, actor.pk))
    return skill


@transaction.atomic
def remove(actor: Persona, *, skill: Skill) -> Skill:
    """Take a skill off one's profile, with what was said to it. It can be brought back for a day."""
    skill = own(actor, skill)
    skill.live, skill.removed_at, skill.pinned = False, clock.now(), False
    skill.save(update_fields=["live", "removed_at", "pinned"])
    announce(SkillRemoved(skill.pk, actor.pk))
    return skill


@transaction.atomic
def restore(actor: Persona, *, skill: Skill) -> Skill:
    """Bring back what one removed, with what was said to it."""
    skill = queries.removed(actor, skill.pk)
    insist(policies.why_not_restore(skill))
    return _brought_back(skill)


@transaction.atomic
def pin(actor: Persona, *, skill: Skill) -> None:
    """Show a skill before the others; up to three."""
    _hold(actor)
    skill = own(actor, skill)
    if not skill.pinned:
        insist(policies.why_not_pin(actor))
        Skill.objects.filter(pk=skill.pk).update(pinned=True)


@transaction.atomic
def unpin(actor: Persona, *, skill: Skill) -> None:
    Skill.objects.filter(pk=own(actor, skill).pk).update(pinned=False)


@transaction.atomic
def move(actor: Persona, *, skill: Skill, up: bool) -> None:
    """One place up or down, among the pinned or among the others; at the end it stays."""
    _hold(actor)
    skill = own(actor, skill)
    others = Skill.objects.filter(author=actor, live=True, pinned=skill.pinned)
    beyond = others.filter(place__lt=skill.place) if up else others.filter(place__gt=skill.place)
    end = Max("place") if up else Min("place")
    place = beyond.aggregate(near=end)["near"]
    if place is not None:
        others.filter(place=place).update(place=skill.place)
        Skill.objects.filter(pk=skill.pk).update(place=place)


@transaction.atomic
def choose_audience(actor: Persona, *, skill: Skill, spec: AudienceSpec) -> None:
    """Let others see one skill than those who see them by default. What it rests on follows."""
    skill = own(actor, skill)
    _reach(actor, [skill.pk], spec)


@transaction.atomic
def choose_default(actor: Persona, *, spec: AudienceSpec, all_of_them: bool = False) -> None:
    """Who sees a skill that one adds; and, with `all_of_them`, every skill that is there."""
    Default.objects.update_or_create(owner=actor, defaults={"audience": compose(actor, spec)})
    if all_of_them:
        ids = Skill.objects.filter(author=actor).values_list("pk", flat=True)
        _reach(actor, list(ids), spec)


def _reach(actor: Persona, skill_ids: list[int], spec: AudienceSpec) -> None:
    """Open or narrow skills, and with them the grounds that are for those who see the skill."""
    audience = compose(actor, spec)
    along = Evidence.objects.filter(
        endorsement__skill__in=skill_ids, audience=F("endorsement__skill__audience")
    )
    Evidence.objects.filter(pk__in=list(along.values_list("pk", flat=True))).update(audience=audience)
    Skill.objects.filter(pk__in=skill_ids).update(audience=audience)


def _brought_back(skill: Skill) -> Skill:
    skill.live, skill.removed_at = True, None
    skill.save(update_fields=["live", "removed_at"])
    announce(SkillClaimed(skill.pk, skill.author_id))
    return skill


def _hold(actor: Persona) -> None:
    """What one does to the list at once comes one after the other."""
    list(Persona.objects.select_for_update(no_key=True).filter(pk=actor.pk).values_list("pk"))
