"""Nobody sees what is not for them, and everybody sees what is."""

import os

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.wall.matrix import play
from tests.wall.quiet import QUIET
from tests.wall.surfaces import ITEMS, LISTS
from twofold.people.personas.models import Network


@pytest.mark.django_db
@pytest.mark.parametrize("network", Network)
def test_every_surface_agrees_with_the_oracle(network, record_property):
    score = play(network, everything="TWOFOLD_WALL" in os.environ)
    record_property(f"cells {network}", score.cells)
    record_property(f"leaks {network}", len(score.leaks))
    record_property(f"refusals {network}", len(score.refusals))
    assert score.cells > 1000
    assert not score.leaks, "\n".join(score.leaks[:40])
    assert not score.refusals, "\n".join(score.refusals[:40])


def _routes(patterns, space: str = "") -> list[str]:
    found = []
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            found += _routes(each.url_patterns, inner)
        elif isinstance(each, URLPattern):
            found.append(f"{space}{each.name or each.pattern}")
    return found


def test_every_route_is_in_the_table_of_surfaces():
    known = {surface.route for surface in (*ITEMS, *LISTS)} | set(QUIET)
    unknown = sorted({route for route in _routes(get_resolver().url_patterns) if route not in known})
    assert not unknown, f"say in tests/wall which bytes these routes give to whom: {unknown}"
    gone = sorted(known - set(_routes(get_resolver().url_patterns)))
    assert not gone, f"these routes are not there any more: {gone}"
