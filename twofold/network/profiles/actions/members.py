"""Who had a part in a project: named by its owner, shown when they say yes."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.profiles.actions.entries import keep_entry
from twofold.network.profiles.facts import MemberClosed, MemberNamed
from twofold.network.profiles.models import Entry, EntryKind, EntrySkill, Member
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST = 50
_COPIED = ("title", "organisation_name", "place", "began", "ended", "current", "address")


@transaction.atomic
def name_member(actor: Persona, *, entry_id: int, persona: Persona, role: str = "") -> Member:
    """Say that `persona` had a part in a project of `actor`'s; they are asked. Saying it again changes the role."""
    entry = Entry.objects.select_for_update().filter(
        pk=entry_id, author=actor, live=True, kind=EntryKind.PROJECT
    )
    project = entry.first()
    if project is None:
        raise Absent
    if reason := _why_not(actor, project, persona):
        raise Refused(reason, field="who")
    row, made = Member.objects.update_or_create(
        entry=project,
        persona=persona,
        defaults={"role": clean_line(role)[:60]},
        create_defaults={"role": clean_line(role)[:60], "named_at": clock.now()},
    )
    if made:
        announce(MemberNamed(row.pk, actor.pk, persona.pk))
    return row


def _why_not(actor: Persona, project: Entry, persona: Persona) -> str:
    if persona.pk == actor.pk:
        return _("You have a part in it already: it is yours.")
    if persona.is_page or persona.network != actor.network:
        return _("Only people can have a part in it.")
    if not can_see(Viewer.of(persona), project):
        return _("%(name)s cannot see this project. Change who can see it first.") % {"name": persona.name}
    if project.members.exclude(persona=persona).count() >= MOST:
        return _("At most %(most)d people can be named.") % {"most": MOST}
    return ""


@transaction.atomic
def agree(actor: Persona, *, member_id: int, copy: bool = False) -> Entry | None:
    """Yes, `actor` had a part in it. With `copy` the project goes on their own profile too: the new entry."""
    member = _asked(actor, member_id)
    member.state = Member.State.AGREED
    member.save(update_fields=["state"])
    announce(MemberClosed(member.entry.author_id, actor.pk))
    project = member.entry
    if (
        not copy
        or Entry.objects.filter(author=actor, kind=project.kind, title=project.title, live=True).exists()
    ):
        return None
    fields = {name: getattr(project, name) for name in _COPIED}
    skills = EntrySkill.objects.filter(entry=project).values_list("name", flat=True)
    return keep_entry(actor, kind=project.kind, fields={**fields, **project.details}, skills=list(skills))


@transaction.atomic
def decline(actor: Persona, *, member_id: int) -> None:
    """No. Nobody is told; it goes on waiting for whoever asked."""
    member = _asked(actor, member_id)
    member.state = Member.State.DECLINED
    member.save(update_fields=["state"])
    announce(MemberClosed(member.entry.author_id, actor.pk))


@transaction.atomic
def leave_out(actor: Persona, *, member_id: int) -> Entry:
    """The owner names somebody no more, or the one who was named steps out; the project."""
    mine = Q(entry__author=actor) | Q(persona=actor, state=Member.State.AGREED)
    member = Member.objects.select_related("entry").filter(mine, pk=member_id, entry__live=True).first()
    if member is None:
        raise Absent
    if member.persona_id == actor.pk:
        # Kept as a no, so that naming them again asks nothing.
        member.state = Member.State.DECLINED
        member.save(update_fields=["state"])
    else:
        member.delete()
        announce(MemberClosed(actor.pk, member.persona_id))
    return member.entry


def part_ways(one: int, other: int) -> None:
    """Neither has a part in the other's projects."""
    Member.objects.filter(Q(entry__author=one, persona=other) | Q(entry__author=other, persona=one)).delete()


def _asked(actor: Persona, member_id: int) -> Member:
    rows = Member.objects.select_related("entry").filter(
        pk=member_id, persona=actor, state=Member.State.NAMED
    )
    member = rows.first()
    if member is None or not can_see(Viewer.of(actor), member.entry):
        raise Absent
    return member
