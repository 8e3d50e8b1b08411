"""Odd requests, made from the document of the JSON interface, by hypothesis."""

from collections.abc import Callable
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.world import befriend, person
from twofold.config.pages import pages
from twofold.foundation.courier.worker import drain
from twofold.surfaces.api.tests.doors import api_of, token_for

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


class Town:
    """A few people and posts, so that not every id is of nothing; `ids` are those that stand in addresses."""

    def __init__(self) -> None:
        me, friend, stranger = person("fuzzer"), person("friend"), person("stranger")
        befriend(me, friend)
        api, other = api_of(me), api_of(friend)
        self.token = token_for(me)
        mine = api.post("statuses", {"status": "Mine", "visibility": "public"}).json()
        theirs = other.post("statuses", {"status": "For @fuzzer #odd"}).json()
        answer = other.post("statuses", {"status": "Hm", "in_reply_to_id": mine["id"]}).json()
        drain()
        told = api.get("notifications").json()
        posts = [each["id"] for each in (mine, theirs, answer)]
        self.ids = {
            "statuses": posts,
            "accounts": [str(each.pk) for each in (me, friend, stranger)],
            "notifications": [each["id"] for each in told],
            "follow_requests": [str(stranger.pk)],
        }

    def id_for(self, path: str) -> list[str]:
        return self.ids.get(path.split("/")[3], ["77"])


def wrong_answers(town: Town, *, examples: int, say: Callable[[str], object]) -> list[str]:
    """The operations that answered wrongly to one of `examples` requests."""
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", pages)
    failed = []
    for found in document.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]
        try:
            _probe(operation, town, examples)
        except (AssertionError, FailureGroup, ExceptionGroup) as problem:
            failed.append(f"{operation.method.upper()} {operation.path}")
            say(f"{failed[-1]}\n{problem}")
    return failed


def _probe(operation: Any, town: Town, examples: int) -> None:
    known = st.sampled_from([*town.id_for(operation.path), None])

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(case=operation.as_strategy(), known=known)
    def ask(case: Any, known: str | None) -> None:
        if known and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = known
        case.call_and_validate(headers={"Authorization": f"Bearer {town.token}"}, checks=CHECKS)

    ask()
