from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.pages import actions
from twofold.network.pages.facts import DomainAsked


@on(DomainAsked, atomic=False)
def look_at_the_domain(fact: DomainAsked) -> None:
    actions.check_domain(fact.domain_id)


@every(timedelta(hours=24))
def look_again() -> None:
    actions.recheck()
