"""Who runs the town's organisations, and what is known of them."""

from datetime import timedelta

from twofold.config.demo.casting import Cast
from twofold.config.demo.reading import read
from twofold.foundation.kit import clock
from twofold.network.pages.actions import give_role
from twofold.network.pages.models import Domain, Organisation, Role, Visits


def organise(cast: Cast) -> int:
    """Write all of it; how many organisations. Call it in a transaction."""
    lines = read("pages.toml")["pages"]
    for line in lines:
        page = cast.of(line["network"], line["handle"])
        about = {name: line[name] for name in ("sort", "field", "size", "founded") if name in line}
        Organisation.objects.update_or_create(persona=page, defaults=about)
        for kind in ("owner", "editor", "recruiter", "advertiser"):
            for handle in line.get(kind, "").split():
                give_role(page, cast.of(line["network"], handle), kind=kind)
        if "domain" in line:
            _prove(page, line["domain"])
        for handle in line.get("asked", "").split():
            Role.objects.create(
                page=page, persona=cast.of(line["network"], handle), kind="editor", since=clock.now()
            )
        _visited(page, line.get("visits", 0))
    return len(lines)


def _prove(page, name: str) -> None:
    moment = clock.now() - timedelta(days=2)
    Domain.objects.create(page=page, name=name, proved_at=moment, checked_at=moment)


def _visited(page, most: int) -> None:
    """So many visits on a good day, fewer at weekends: the same every time for the same page."""
    today = clock.now().date()
    days = [today - timedelta(days=back) for back in range(30)]
    rows = [
        Visits(
            page=page,
            day=day,
            count=max(0, most - (day.day * 7 % 5) - (most // 2 if day.weekday() > 4 else 0)),
        )
        for day in days
        if most
    ]
    Visits.objects.bulk_create(rows)
