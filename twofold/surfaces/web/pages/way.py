"""The ways from the viewer to somebody: the livelier first, and who on each could introduce them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import SignInNeeded
from twofold.network.posts.queries import exchanges
from twofold.people.audiences.queries import by_handle
from twofold.people.graph import queries
from twofold.people.graph.views.answering import frame
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

# So many ways are looked at, and so many of them shown; what people wrote longer ago says little of today.
LOOKED_AT, SHOWN = 12, 6
LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Step:
    """Somebody on the way, and whether they and the one before answer one another here."""

    persona: Persona
    lively: bool


@dataclass(frozen=True)
class Way:
    steps: list[Step]
    weight: float

    @property
    def hand(self) -> Persona | None:
        """Whom the viewer could ask for an introduction along this way."""
        return self.steps[1].persona if len(self.steps) in (3, 4) else None


@require_GET
def way(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    """How the viewer knows somebody."""
    if request.viewer.persona is None:
        raise SignInNeeded
    persona = by_handle(request.viewer, network, handle)
    chains = queries.ways(request.viewer, persona, most=LOOKED_AT)
    found = lively_first(request.viewer, chains, since=clock.now() - LATELY)
    context = {
        "persona": persona,
        "chains": found[:SHOWN],
        "more": len(found) - SHOWN,
        "asked": queries.asked_of(request.viewer, persona),
        **frame(request.viewer),
    }
    return render(request, "web/way.html", context)


def lively_first(viewer: Viewer, chains: list[list[Persona]], *, since: datetime | None) -> list[Way]:
    """The chains with what is between their people, those first who answered one another most `since` a time."""
    people = {each.pk for chain in chains for each in chain}
    between = exchanges(viewer, people, since=since) if people else {}
    return sorted((_way(chain, between) for chain in chains), key=lambda each: -each.weight)


def _way(chain: list[Persona], between: Mapping[tuple[int, int], float]) -> Way:
    weights = [between.get((one.pk, other.pk), 0) for one, other in pairwise(chain)]
    steps = [Step(chain[0], False)]
    steps += [Step(each, weight > 0) for each, weight in zip(chain[1:], weights, strict=True)]
    return Way(steps, sum(weights))
