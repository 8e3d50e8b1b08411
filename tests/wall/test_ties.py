"""Notes are their owner's alone, and of an introduction each sees only their own hop, on every page of the people.

Written from the definitions: for each canary the names of those who may read it, and by nobody else may it be found.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.test import Client

from tests.wall.cast import canary
from tests.wall.score import EVERYTHING
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.people.graph import actions, queries
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.tests.doors import token_for

pytestmark = pytest.mark.django_db
STRANGER = ""
# Whose pages the suite looks at; `make wall` looks at those of all.
SHOWN = ("ana", "dan", "outsider")


@dataclass
class Stage:
    """People by name, and of each canary who may read it."""

    network: Network
    people: dict[str, Persona] = field(default_factory=dict)
    readers: dict[str, set[str]] = field(default_factory=dict)
    hops: list[int] = field(default_factory=list)

    def hide(self, *readers: str) -> str:
        word = canary()
        self.readers[word] = set(readers)
        return word

    def viewer(self, name: str) -> Viewer:
        return Viewer.of(self.people[name])


def set_stage(network: Network) -> Stage:
    """Ana knows Ben, who knows Cem, who knows Dan; the others know one of them, or none."""
    stage = Stage(network)
    other = Network.SOCIAL if network == Network.PROFESSIONAL else Network.PROFESSIONAL
    names = ("ana", "ben", "cem", "dan", "friend_of_ben", "friend_of_cem", "friend_of_dan", "outsider", "foe")
    for name in names:
        stage.people[name] = person(f"{name[:12]}.{secrets.token_hex(3)}", network, name=name.title())
    stage.people["elsewhere"] = person(network=other)
    stage.people["own_other"] = person(network=other, account=account_of(stage.people["ana"]))
    for one, two in (("ana", "ben"), ("ben", "cem"), ("cem", "dan")):
        befriend(stage.people[one], stage.people[two])
    for name in ("ben", "cem", "dan"):
        befriend(stage.people[name], stage.people[f"friend_of_{name}"])
    actions.block(stage.people["foe"], persona=stage.people["ana"])
    return stage


def note(stage: Stage) -> None:
    for name in ("ben", "dan", "outsider"):
        actions.keep_note(
            stage.people["ana"],
            persona=stage.people[name],
            text=f"{stage.hide('ana')} {name}",
            tags=[stage.hide("ana")],
        )


def introduce(stage: Stage, steps: int) -> None:
    """Ana's letter to Dan, after so many steps; its words are read where it is and was asked, never where it was."""
    people = stage.people
    holder = ("ben", "cem", "dan")[steps]
    words, note = stage.hide("ana", holder), stage.hide(*({"ben"} if steps == 0 else ()), "ana")
    hop = actions.ask_introduction(
        people["ana"], target=people["dan"], middle=people["ben"], words=words, note=note
    )
    # What one wrote to the first hand one reads on no page again but that of what one asked.
    for giver, to in (("ben", "cem"), ("cem", "dan"))[:steps]:
        own = stage.hide(*({to} if to == holder else ()))
        actions.pass_on(people[giver], hop_id=hop.pk, to=people[to], words=own)
        hop = [*queries.waiting(stage.viewer(to)), *queries.received(stage.viewer(to))][0]
    stage.hops = [hop.pk]


def addresses(stage: Stage) -> Iterator[str]:
    at = f"/{stage.network}/"
    yield from (at, f"{at}beside/", f"{at}notifications/", f"{at}people/", f"{at}people/find/")
    for each in ("requests", "followers", "following", "notes", "circles", "muted", "blocked"):
        yield f"{at}people/{each}/"
    for each in ("waiting", "received", "asked"):
        yield f"{at}people/introductions/{each}/"
    yield from (f"{at}people/letters/{encode(hop)}/" for hop in stage.hops)
    for persona in (each for name, each in stage.people.items() if EVERYTHING or name in SHOWN):
        for each in ("", "about/", "activity/"):
            yield f"{at}@{persona.handle}/{each}"
        for each in ("mutual", "path", "introduction"):
            yield f"{at}people/@{persona.handle}/{each}/"
        yield f"{at}people/{encode(persona.pk)}/note/"
    yield from (f"{at}people/tags/?q={word}" for word in stage.readers)
    yield from (f"{at}people/notes/?text={word}" for word in stage.readers)


def browsers(stage: Stage) -> dict[str, Client]:
    """In a browser the place decides: Ana's other persona is Ana there, and comes by a token of its own."""
    found = {name: client_of(persona) for name, persona in stage.people.items() if name != "own_other"}
    return {**found, STRANGER: client_of(None)}


def all_that(client: Client, stage: Stage) -> str:
    return "".join(client.get(path, follow=True).content.decode() for path in addresses(stage))


def check(stage: Stage) -> None:
    drain()
    for name, client in browsers(stage).items():
        read = all_that(client, stage)
        for word, readers in stage.readers.items():
            # The words that one searches for stand in the field of the search.
            seen = read.replace(f'value="{word}"', "").replace(f"={word}", "").replace(f"%3D{word}", "")
            assert (word in seen) == (name in readers), (name or "a stranger", readers)


@pytest.mark.parametrize("network", Network if EVERYTHING else [Network.PROFESSIONAL])
def test_notes_and_tags_are_their_owners_alone(network):
    stage = set_stage(network)
    note(stage)
    check(stage)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_of_a_letter_each_reads_only_what_is_in_their_hands(steps):
    stage = set_stage(Network.PROFESSIONAL)
    introduce(stage, steps)
    check(stage)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_of_a_letter_nobody_sees_more_people_than_their_neighbours(steps):
    """Which names stand in the letters of each: from whom, for whom; who asked, for the first hand and the last."""
    stage = set_stage(Network.PROFESSIONAL)
    introduce(stage, steps)
    drain()
    named = {
        "ana": {"Ben", "Dan"},
        "ben": {"Ana", "Dan", "Cem"} if steps == 0 else set(),
        "cem": {"Ben", "Dan"} if steps == 1 else set(),
        "dan": {"Cem", "Ana"} if steps == 2 else set(),
    }
    for name, client in browsers(stage).items():
        paths = [f"/professional/people/introductions/{each}/" for each in ("waiting", "received", "asked")]
        paths += [f"/professional/people/letters/{encode(hop)}/" for hop in stage.hops]
        read = "".join(_main(client.get(path, follow=True).content.decode()) for path in paths)
        seen = {each.name for each in stage.people.values() if f"<bdi>{each.name}</bdi>" in read}
        assert seen == named.get(name, set()), name


def _main(page: str) -> str:
    return page.partition('id="main"')[2].partition("</main>")[0]


def test_a_token_of_the_other_persona_reads_nothing_of_it():
    stage = set_stage(Network.PROFESSIONAL)
    note(stage)
    introduce(stage, 2)
    drain()
    for name in ("own_other", "dan", "ana"):
        client = Client(headers={"Authorization": f"Bearer {token_for(stage.people[name])}"})
        paths = ["notifications?limit=40", *(f"accounts/{each.pk}" for each in stage.people.values())]
        paths += [f"accounts/relationships?id[]={each.pk}" for each in stage.people.values()]
        read = "".join(client.get(f"/api/v1/{path}").content.decode() for path in paths)
        assert not [word for word in stage.readers if word in read]
