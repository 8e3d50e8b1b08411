"""What every action on a page asks first, and writes last."""

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.pages.models import Deed, Role
from twofold.network.pages.policies import HIRING, MAY, may
from twofold.people.audiences.actions import fill
from twofold.people.personas.models import Persona


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def held(actor: Persona, page: Persona, act: str) -> Role:
    """The role of `actor` at `page`, held until the end of the transaction; Absent unless it lets them `act`."""
    if actor.pk == page.pk or page.state != Persona.State.ACTIVE:
        raise Absent
    list(Persona.objects.select_for_update(no_key=True).filter(pk=page.pk).values_list("pk"))
    role = Role.objects.filter(page=page, persona=actor, accepted=True).first()
    if role is None or not may(role, act):
        raise Absent
    return role


def note(page: Persona, actor: Persona, what: str, about: str = "") -> None:
    """Write down what was done, for those who run the page."""
    Deed.objects.create(page=page, actor=actor, what=what, about=about[:200], at=clock.now())


def keep_hiring(page: Persona) -> None:
    """Let the page's list of those who hire hold whoever may now, in the transaction that changed it."""
    kinds = [kind for kind, acts in MAY.items() if "hire" in acts]
    rows = Role.objects.filter(page=page, accepted=True, kind__in=kinds)
    fill(page, HIRING, "", set(rows.values_list("persona", flat=True)))
