"""Proving that a domain belongs to a page: by a record in its DNS, or by a file on its website."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.pages.actions.asking import held, insist, note
from twofold.network.pages.facts import DomainAsked, DomainProved
from twofold.network.pages.models import Domain
from twofold.network.pages.policies import why_not_domain
from twofold.network.pages.proof import found_in_dns, found_on_site
from twofold.people.personas.models import Persona

AGAIN = timedelta(days=7)

Look = Callable[[str, str], bool]


@transaction.atomic
def add_domain(actor: Persona, *, page: Persona, name: str) -> Domain:
    """Say that a domain is the page's; it counts once it is proved."""
    held(actor, page, "domains")
    name = (
        name.strip()
        .lower()
        .removeprefix("https://")
        .removeprefix("http://")
        .removeprefix("www.")
        .rstrip("/.")
    )
    insist(why_not_domain(page, name), field="name")
    domain, made = Domain.objects.get_or_create(page=page, name=name)
    if made:
        note(page, actor, "domain", name)
    return domain


@transaction.atomic
def ask_domain(actor: Persona, *, page: Persona, domain_id: int) -> None:
    """Let the courier look now."""
    held(actor, page, "domains")
    domain = Domain.objects.filter(page=page, pk=domain_id).first()
    if domain is not None:
        Domain.objects.filter(pk=domain.pk).update(problem="looking")
        announce(DomainAsked(domain.pk))


@transaction.atomic
def drop_domain(actor: Persona, *, page: Persona, domain_id: int) -> None:
    held(actor, page, "domains")
    domain = Domain.objects.filter(page=page, pk=domain_id).first()
    if domain is None:
        return
    domain.delete()
    note(page, actor, "undomain", domain.name)
    if domain.proved_at:
        announce(DomainProved(page.pk, domain.name, lost=True))


def check_domain(domain_id: int, *, let_through: Iterable[str] = ()) -> None:
    """Look whether a domain is proved, and write down what was seen. It calls out: not in a transaction."""
    domain = Domain.objects.filter(pk=domain_id).first()
    if domain is None:
        return
    proved = found_in_dns(domain.name, domain.token) or found_on_site(
        domain.name, domain.token, let_through=let_through
    )
    _write_down(domain, proved)


def recheck() -> None:
    """Look again at what was proved some time ago: a domain can change hands."""
    old = Domain.objects.filter(proved_at__isnull=False, checked_at__lt=clock.now() - AGAIN)
    for domain_id in old.values_list("pk", flat=True)[:200]:
        check_domain(domain_id)


def _write_down(domain: Domain, proved: bool) -> None:
    had = domain.proved_at is not None
    domain.checked_at = clock.now()
    domain.problem = "" if proved else "unseen"
    domain.proved_at = (domain.proved_at or domain.checked_at) if proved else None
    try:
        with transaction.atomic():
            domain.save(update_fields=["checked_at", "problem", "proved_at"])
            if proved != had:
                announce(DomainProved(domain.page_id, domain.name, lost=not proved))
    except IntegrityError:
        # Another page proved it first: the domain says for whom both records stand, we do not choose.
        Domain.objects.filter(pk=domain.pk).update(
            checked_at=domain.checked_at, problem="taken", proved_at=None
        )
