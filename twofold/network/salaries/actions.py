"""Entries as they are written and let go, and the figures that the courier makes of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line, folded
from twofold.network.salaries import noise, policies, queries
from twofold.network.salaries.models import Entry, Figure
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# A figure stands at least so long, and until a fifth of what it was made of is another.
_STANDS = timedelta(days=30)
_ANOTHER = 0.2
Group = tuple[str, str, str, str]


@transaction.atomic
def keep_entry(
    actor: Persona,
    *,
    role: str,
    place: str,
    country: str,
    currency: str,
    amount: int,
    per: str,
    share: int = 100,
    year: int,
    entry_id: int | None = None,
) -> Entry:
    """Enter what one earns, or change it. The same role in the same place is one entry."""
    policies.check_here(actor)
    role, place, country = clean_line(role)[:80], clean_line(place)[:80], country.upper()
    policies.check_words(role, place, country)
    policies.check_pay(amount, per, currency, share, year)
    keys = {"role_key": folded(role)[:120], "place_key": folded(place)[:120], "country": country}
    if entry_id is not None:
        entry = queries.own_one(Viewer.of(actor), entry_id)
        Entry.objects.filter(persona=actor, **keys).exclude(pk=entry.pk).delete()
    else:
        entry = Entry.objects.filter(persona=actor, **keys).first() or Entry(persona=actor)
        if entry.pk is None or entry._state.adding:
            policies.check_room(actor)
    said = {"role": role, "place": place, "currency": currency, "amount": amount, "per": per, "share": share}
    for name, value in {**keys, **said, "year": year}.items():
        setattr(entry, name, value)
    entry.yearly, entry.changed_at = policies.yearly(amount, per, share), clock.now()
    entry.save()
    return entry


@transaction.atomic
def drop_entry(actor: Persona, *, entry_id: int) -> None:
    queries.own_one(Viewer.of(actor), entry_id).delete()


@transaction.atomic
def make_figures() -> int:
    """Make what can be told of by now, and let go of what cannot; how many figures there are."""
    now = clock.now()
    groups = _groups(now)
    there = {_key(each): each for each in Figure.objects.all()}
    kept = 0
    for key, entries in groups.items():
        figure = there.pop(key, None)
        if len(entries) < noise.FEWEST or not noise.enough(len(entries), _lot(key, "count")):
            _let_go(figure)
        elif figure is None or _is_old(figure, entries, now):
            _draw(figure or Figure(), key, entries, now)
            kept += 1
        else:
            kept += 1
    Figure.objects.filter(pk__in=[each.pk for each in there.values()]).delete()
    return kept


def _let_go(figure: Figure | None) -> None:
    if figure is not None:
        figure.delete()


def _groups(now: datetime) -> dict[Group, list[Entry]]:
    """Entries that count, by role, country, place and currency, and by country alone; one of each person in each."""
    rows: QuerySet[Entry] = Entry.objects.filter(
        year__gt=now.year - policies.YEARS, persona__state=Persona.State.ACTIVE
    )
    found: dict[Group, dict[int, Entry]] = defaultdict(dict)
    for each in rows.order_by("pk").iterator(chunk_size=2_000):
        for place in (each.place_key, ""):
            found[each.role_key, each.country, place, each.currency].setdefault(each.persona_id, each)
    return {key: list(those.values()) for key, those in found.items()}


def _key(figure: Figure) -> Group:
    return figure.role_key, figure.country, figure.place_key, figure.currency


def _is_old(figure: Figure, entries: Sequence[Entry], now: datetime) -> bool:
    """Whether so much is another that a new figure tells more of what is new than of the noise in both."""
    if now - figure.made_at < _STANDS:
        return False
    fresh = sum(each.changed_at > figure.made_at for each in entries)
    gone = max(0, figure.people - (len(entries) - fresh))
    return max(fresh, gone) >= max(3, _ANOTHER * figure.people)


def _draw(figure: Figure, key: Group, entries: Sequence[Entry], now: datetime) -> None:
    amounts = [each.yearly for each in entries]
    moment, scale = f"{now:%Y-%m-%d}", noise.unit(key[3])
    figure.role_key, figure.country, figure.place_key, figure.currency = key
    figure.role = _usual(each.role for each in entries)
    figure.place = _usual(each.place for each in entries) if figure.place_key else ""
    figure.at_least, figure.people, figure.made_at = noise.told_size(len(amounts)), len(amounts), now
    figure.middle = noise.quantile(amounts, 0.5, _lot(key, moment, "middle"), scale)
    figure.low = figure.high = 0
    if len(amounts) >= noise.FEWEST_FOR_RANGE:
        ends = [noise.quantile(amounts, share, _lot(key, moment, share), scale) for share in (0.25, 0.75)]
        figure.low, figure.high = min(*ends, figure.middle), max(*ends, figure.middle)
    figure.save()


def _usual(spellings: Iterable[str]) -> str:
    return Counter(spellings).most_common(1)[0][0]


def _lot(key: Group, *more: object) -> Random:
    return noise.lot(settings.SECRET_KEY, "salaries", *key, *more)


def dissolve(persona_id: int) -> None:
    Entry.objects.filter(persona=persona_id).delete()
