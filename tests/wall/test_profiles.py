"""Every section of a profile, entry by entry, and the words beside the name: for whom each is, on every surface."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.wall.cast import Stage, canary, fall_out, people_of
from tests.wall.oracle import Thing, Who, may_see
from tests.wall.score import EVERYTHING, Score, seats
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.profiles.actions import introduce, keep_entry, set_section_audience, take_away_entry
from twofold.network.profiles.sections import Section, sections_of
from twofold.people.audiences.specs import EVERYONE, AudienceSpec
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db

# Looked at even in the small matrix of the suite; `make wall` looks at every audience.
TELLING = ("everyone", "members", "ties", "circle", "me", "ties_but_kind")
# What a CV leaves out.
NOT_ON_PAPER = {"featured", "hobby", "lived", "school", "relationship"}


@dataclass
class Shown:
    """A canary, what it stands in, and for whom it is."""

    name: str
    word: str
    thing: Thing
    entry_id: int = 0
    paper: bool = False


def fill(section: Section, spec: AudienceSpec, stage: Stage) -> tuple[str, int]:
    """An entry that says the same word in each of its fields."""
    word = canary()
    fields: dict[str, Any] = {"title": word if section.title else "", "text": word if section.text else ""}
    fields |= {each.name: each.choices[-1][0] if each.choices else word for each in section.details}
    if section.organisation:
        fields["organisation_name"] = word
    if section.place:
        fields["place"] = word
    if section.address:
        fields["address"] = f"https://{word}.example/"
    if section.span:
        fields["began"] = date(2015, 3, 1)
    skills = [word] if section.skills else []
    author = stage.people["author"]
    return word, keep_entry(author, kind=section.kind.value, fields=fields, skills=skills, spec=spec).pk


def set_stage(network: str) -> tuple[Stage, list[Shown]]:
    stage, every = people_of(Network(network))
    audiences = every if EVERYTHING else {name: every[name] for name in TELLING}
    shown = []
    for section in sections_of(network):
        for name, (spec, who) in list(audiences.items())[: section.most]:
            word, entry_id = fill(section, spec, stage)
            paper = section.kind.value not in NOT_ON_PAPER
            shown.append(
                Shown(f"{section.kind.value} for {name}", word, Thing("author", who), entry_id, paper)
            )
    shown += [_gone(stage), *_words(stage, every)]
    drain()
    fall_out(stage)
    drain()
    return stage, shown


def _gone(stage: Stage) -> Shown:
    """One that was taken away."""
    word, entry_id = fill(sections_of(stage.network)[1], EVERYONE, stage)
    take_away_entry(stage.people["author"], entry_id=entry_id)
    return Shown("taken away", word, Thing("author", Who("everyone"), gone=True), entry_id)


def _words(stage: Stage, every: dict[str, tuple[AudienceSpec, Who]]) -> list[Shown]:
    chosen = {"about": "circle", "place": "ties", "website": "members", "pronouns": "me"}
    said = {name: canary() for name in chosen}
    typed = {**said, "website": f"https://{said['website']}.example/"}
    reaches = {name: every[audience][0] for name, audience in chosen.items()}
    introduce(stage.people["author"], reaches=reaches, **typed)
    return [Shown(name, said[name], Thing("author", every[audience][1])) for name, audience in chosen.items()]


def pages_of(stage: Stage, shown: list[Shown]) -> dict[str, list[Shown]]:
    """Every page that is looked at, and what must stand there for those whom it is for."""
    at = f"/{stage.network}/@{stage.people['author'].handle}/"
    held = [each for each in shown if not each.thing.gone]
    pages: dict[str, list[Shown]] = {
        f"{at}about/": held,
        f"{at}activity/": [],
        f"/{stage.network}/people/": [],
    }
    for path in ("", "complete"):
        pages |= {f"/{stage.network}/search/{path}?q={each.word[:6]}": [] for each in shown[:3]}
    pages |= {
        f"{at}entry/{encode(each.entry_id)}/": []
        for each in shown[:: max(1, len(shown) // 6)]
        if each.entry_id
    }
    if stage.network == Network.PROFESSIONAL:
        pages |= {at: held, f"{at}cv/": [each for each in held if each.paper]}
        pages |= {f"{at}cv/{name}": [] for name in ("resume.json", "card.vcf", "card-3.vcf")}
    return pages


def look(client: Client, path: str) -> str:
    return client.get(path, follow=True).content.decode("utf-8", "replace")


@pytest.mark.parametrize("network", ["professional", "social"])
def test_each_entry_is_for_whom_it_is_on_every_surface(network, record_property):
    stage, shown = set_stage(network)
    score = Score()
    allowed = {
        (each.name, viewer): may_see(stage.record, viewer, each.thing)
        for each in shown
        for viewer, _client in seats(stage)
    }
    for path, must in pages_of(stage, shown).items():
        needed = {each.name for each in must}
        for viewer, client in seats(stage):
            text = look(client, path)
            for each in shown:
                where = f"{path}: {each.name} as {viewer or 'a stranger'}"
                may = allowed[each.name, viewer]
                score.mark(where, seen=each.word in text, allowed=may, must=each.name in needed)
    record_property("cells profiles", score.cells)
    assert not score.wrong, "\n".join(score.wrong[:40])
    assert 0 < sum(allowed.values()) < len(allowed)
    assert score.cells > 2_000


def test_a_section_that_is_narrowed_takes_every_entry_along():
    stage, every = people_of(Network.SOCIAL)
    author, section = stage.people["author"], sections_of(Network.SOCIAL)[0]
    words = [fill(section, EVERYONE, stage)[0] for _each in range(3)]
    path = f"/social/@{author.handle}/about/"
    assert all(word in look(stage.clients["member"], path) for word in words)
    set_section_audience(author, kind=section.kind.value, spec=every["me"][0])
    assert not any(word in look(stage.clients["member"], path) for word in words)
    assert all(word in look(stage.clients["author"], path) for word in words)
