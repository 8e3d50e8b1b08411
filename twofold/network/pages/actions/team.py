"""Who runs a page: offered and accepted, changed, given up."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.pages.actions.asking import held, insist, keep_hiring, note
from twofold.network.pages.facts import RoleGiven, RoleOffered, RoleTaken
from twofold.network.pages.models import Role, RoleKind, Wish
from twofold.network.pages.policies import why_not_leave, why_not_offer
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def offer_role(actor: Persona, *, page: Persona, persona: Persona, kind: str) -> Role:
    """Ask somebody to help run the page. They say yes, or nothing; asking again changes as what."""
    held(actor, page, "team")
    if not personas_visible_to(Viewer.of(actor)).filter(pk=persona.pk).exists():
        raise Absent
    insist(why_not_offer(page, persona), field="handle")
    role, made = Role.objects.get_or_create(
        page=page, persona=persona, defaults={"kind": RoleKind(kind), "since": clock.now()}
    )
    Wish.objects.filter(page=page, persona=persona).delete()
    if made:
        note(page, actor, "offered", f"{persona.name}, {role.get_kind_display()}")
        announce(RoleOffered(page.pk, persona.pk))
    elif not role.accepted:
        role.kind = RoleKind(kind)
        role.save(update_fields=["kind"])
    return role


@transaction.atomic
def accept_role(actor: Persona, *, page: Persona) -> Role:
    role = _offered(actor, page)
    role.accepted, role.since = True, clock.now()
    role.save(update_fields=["accepted", "since"])
    keep_hiring(page)
    note(page, actor, "joined", str(role.get_kind_display()))
    announce(RoleGiven(page.pk, actor.pk, role.kind))
    return role


@transaction.atomic
def decline_role(actor: Persona, *, page: Persona) -> None:
    """Say no, in silence."""
    role = _offered(actor, page)
    role.declined = True
    role.save(update_fields=["declined"])


@transaction.atomic
def change_role(actor: Persona, *, page: Persona, role_id: int, kind: str) -> Role:
    """Let somebody run the page as something else."""
    held(actor, page, "team")
    role = _of(page, role_id)
    if RoleKind(kind) != RoleKind.OWNER:
        insist(why_not_leave(role))
    role.kind = RoleKind(kind)
    role.save(update_fields=["kind"])
    if role.accepted:
        keep_hiring(page)
        note(page, actor, "changed", f"{role.persona.name}, {role.get_kind_display()}")
        announce(RoleGiven(page.pk, role.persona_id, role.kind))
    return role


@transaction.atomic
def take_role(actor: Persona, *, page: Persona, role_id: int) -> None:
    """Take a role away, or with one's own leave the page."""
    role = _of(page, role_id)
    held(actor, page, "look" if role.persona_id == actor.pk else "team")
    insist(why_not_leave(role))
    accepted = role.accepted
    role.delete()
    if accepted:
        keep_hiring(page)
        note(page, actor, "left" if role.persona_id == actor.pk else "took", role.persona.name)
        announce(RoleTaken(page.pk, role.persona_id))


@transaction.atomic
def give_role(page: Persona, persona: Persona, *, kind: str) -> Role:
    """Both steps at once, for loads and tests."""
    role, _made = Role.objects.update_or_create(
        page=page, persona=persona, defaults={"kind": RoleKind(kind), "accepted": True, "since": clock.now()}
    )
    keep_hiring(page)
    announce(RoleGiven(page.pk, persona.pk, role.kind))
    return role


@transaction.atomic
def wish_to_help(actor: Persona, *, page: Persona, note_: str = "") -> None:
    """Tell those who own a page that one would help to run it. Twice is once; whether they answer is theirs."""
    if not page.is_page or not personas_visible_to(Viewer.of(actor)).filter(pk=page.pk).exists():
        raise Absent
    insist(why_not_offer(page, actor))
    if Role.objects.filter(page=page, persona=actor).exists():
        return
    Wish.objects.update_or_create(
        page=page,
        persona=actor,
        defaults={"note": clean_line(note_)[:300], "created_at": clock.now()},
    )


@transaction.atomic
def drop_wish(actor: Persona, *, page: Persona, wish_id: int) -> None:
    """Put a wish aside; whoever wished is not told."""
    held(actor, page, "team")
    Wish.objects.filter(page=page, pk=wish_id).delete()


def _offered(actor: Persona, page: Persona) -> Role:
    found = Role.objects.select_for_update().filter(page=page, persona=actor, accepted=False, declined=False)
    role = found.first()
    if role is None:
        raise Absent
    return role


def _of(page: Persona, role_id: int) -> Role:
    role = (
        Role.objects.select_for_update(of=("self",))
        .filter(page=page, pk=role_id)
        .select_related("persona")
        .first()
    )
    if role is None:
        raise Absent
    return role
