from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.media import actions
from twofold.network.media.facts import FilmTaken
from twofold.people.graph.facts import Blocked


@on(FilmTaken, atomic=False)
def prepare_a_film(fact: FilmTaken) -> None:
    actions.prepare(fact.picture_id)


@on(Blocked)
def part_the_names(fact: Blocked) -> None:
    actions.part_tags(fact.by_id, fact.persona_id)


@every(timedelta(hours=6))
def sweep_files() -> None:
    actions.sweep()


@every(timedelta(minutes=10))
def take_up_films() -> None:
    actions.take_up_again()
