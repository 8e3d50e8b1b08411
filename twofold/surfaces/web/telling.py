"""One event, two tellings: two drafts of one person, each with its words, audience, network and day.

That they belong together stands in `people/accounts` and nowhere else, and only until the first of them is sent.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.posts import actions, forms
from twofold.network.posts import queries as posts
from twofold.network.posts.forms import Composition
from twofold.network.posts.models import Draft, Occasion, Post
from twofold.people.accounts.actions import begin_telling, end_telling
from twofold.people.accounts.models import Account, Telling
from twofold.people.graph.queries import Option, audience_options
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

# Friends and family are told first, as a rule.
ORDER = (Network.SOCIAL, Network.PROFESSIONAL)
_APART = timedelta(hours=12)
_USUAL = {Network.SOCIAL: "ties", Network.PROFESSIONAL: "members"}


@dataclass(frozen=True)
class Event:
    """What happened: its words, its sign, and what each network calls it."""

    words: str | Promise
    glyph: str
    professional: Occasion
    social: Occasion


EVENTS = {
    "job": Event(Occasion.JOB.label, "briefcase", Occasion.JOB, Occasion.JOB),
    "baby": Event(Occasion.BIRTH.label, "heart", Occasion.MOMENT, Occasion.BIRTH),
    "wedding": Event(Occasion.WEDDING.label, "gem", Occasion.MOMENT, Occasion.WEDDING),
    "move": Event(Occasion.MOVE.label, "house", Occasion.MOMENT, Occasion.MOVE),
    "graduation": Event(
        Occasion.GRADUATION.label, "graduation-cap", Occasion.GRADUATION, Occasion.GRADUATION
    ),
    "retirement": Event(Occasion.RETIREMENT.label, "sun", Occasion.RETIREMENT, Occasion.MOMENT),
    "other": Event(Occasion.MOMENT.label, "sparkles", Occasion.MOMENT, Occasion.MOMENT),
}


@dataclass
class Side:
    """One telling as it is being written. `errors` are by field."""

    network: Network
    viewer: Viewer
    made: Composition
    options: list[Option]
    draft: Draft | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        return _zone(self.viewer)

    @property
    def due(self) -> datetime | None:
        return self.made.due_in(self.zone)

    @property
    def offered(self) -> list[Option]:
        """What can be chosen with one press; what the composer chose besides stays, and is changed there."""
        as_it_is = Option(forms.SOME, _("As you chose in the composer"), "")
        return self.options if self.reach != forms.SOME else [as_it_is, *self.options]

    @property
    def reach(self) -> str:
        """The one of them that is chosen."""
        alone = self.made.audience[0] if len(self.made.audience) == 1 and not self.made.excepted else ""
        return alone if alone in {each.value for each in self.options} else forms.SOME


def viewers_of(request: HttpRequest) -> dict[Network, Viewer] | None:
    """Who somebody is in each network; None for who is not present in both."""
    found = {network: request.viewer_in(network) for network in ORDER}  # type: ignore[attr-defined]
    return found if all(found.values()) else None


def fresh(viewers: dict[Network, Viewer], event: Event) -> list[Side]:
    """Two empty tellings of an event."""
    return [
        _side(viewer, Composition(audience=[_USUAL[network]], occasion=_occasion(event, network)))
        for network, viewer in viewers.items()
    ]


def taken_up(viewers: dict[Network, Viewer], telling: Telling) -> list[Side]:
    """The two drafts of a telling, to go on with. Absent when one of them is gone."""
    sides = []
    for network, viewer in viewers.items():
        draft = posts.draft(viewer, getattr(telling, network))
        sides.append(_side(viewer, forms.from_draft(draft, _zone(viewer)), draft))
    return sides


def _zone(viewer: Viewer) -> str:
    return viewer.persona.time_zone if viewer.persona else "UTC"


def _side(viewer: Viewer, made: Composition, draft: Draft | None = None) -> Side:
    return Side(Network(viewer.home), viewer, made, audience_options(viewer), draft)


def _occasion(event: Event, network: Network) -> str:
    return event.professional if network == Network.PROFESSIONAL else event.social


def write(sides: list[Side], data: QueryDict) -> None:
    """Put what was typed into the two tellings; what only the composer knows stays as it is."""
    for side in sides:
        made, network = side.made, side.network
        made.text = data.get(f"{network}-text", "")
        made.due = data.get(f"{network}-due", "")[:25]
        reach = data.get(f"{network}-reach", "")[:40]
        if reach in {each.value for each in side.options}:
            made.audience, made.excepted = [reach], []


def keep(
    account: Account, sides: list[Side], telling: Telling | None, *, share: str = ""
) -> tuple[Telling, Post | None]:
    """Keep both, each to be sent at its time if it has one; and share the one in the network `share`, if any, now.

    From then on nothing links the two. Refused, with the words at their side, and then nothing is changed.
    """
    before = [side.draft for side in sides]
    try:
        with transaction.atomic():
            kept = {str(side.network): _keep(side).pk for side in sides}
            telling = telling or begin_telling(account, **kept)
            shared = [_send(side) for side in sides if side.network == share]
            return telling, shared[0] if shared else None
    except Refused:
        for side, draft in zip(sides, before, strict=True):
            side.draft = draft
        raise


def _keep(side: Side) -> Draft:
    author = side.viewer.persona
    assert author is not None
    try:
        side.made.check()
        side.draft = actions.save_draft(
            author, draft_id=side.draft.pk if side.draft else None, fields=side.made.as_draft()
        )
        if side.made.due:
            actions.schedule(author, draft=side.draft, due=side.due)
    except Refused as refusal:
        side.errors[refusal.field or "text"] = str(refusal.reason)
        raise
    return side.draft


def _send(side: Side) -> Post:
    author, draft = side.viewer.persona, side.draft
    if author is None or draft is None:
        raise Absent
    try:
        end_telling(draft.pk)
        return actions.send_draft(author, draft=draft)
    except Refused as refusal:
        side.errors[refusal.field or "text"] = str(refusal.reason)
        raise


def resemblances(sides: list[Side]) -> list[str]:
    """By what somebody who sees both could tell that they are one event: their words, and their times."""
    one, other = (posts.phrases(side.made.text) for side in sides)
    found = [
        _("Both say “%(words)s”. Whoever reads both will know the words again.") % {"words": " ".join(words)}
        for words in sorted(one & other, key=len, reverse=True)[:1]
    ]
    first, second = (side.due for side in sides)
    if first and second and abs(first - second) < _APART:
        found.append(_("Both are sent within a few hours. Let the second wait for another day."))
    if set(sides[0].made.picture_ids) and set(sides[1].made.picture_ids):
        found.append(_("Both have pictures. Take different ones: the same picture is easily found again."))
    return found


def overview(viewers: dict[Network, Viewer], tellings: list[Telling]) -> list[dict[str, Any]]:
    """The tellings that still have both drafts, with what they are called; two queries."""
    drafts = {
        network: {each.pk: each for each in posts.drafts(viewer)} for network, viewer in viewers.items()
    }
    zones = {network: _zone(viewer) for network, viewer in viewers.items()}
    found = []
    for telling in tellings:
        pair = {network: drafts[network].get(getattr(telling, network)) for network in ORDER}
        if all(pair.values()):
            found.append(
                {"telling": telling, "drafts": pair, "zones": zones, "event": event_of(pair.values())}
            )
    return found


def event_of(drafts: Any) -> Event:
    """What two drafts tell of, by what each says that it is."""
    occasions = {each.fields.get("occasion", "") for each in drafts if each}
    matching = (each for each in EVENTS.values() if {str(each.professional), str(each.social)} == occasions)
    return next(matching, EVENTS["other"])
