"""Drawing the pictures of the town, and taking them in beside the telling."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from django.core.files.base import ContentFile

from twofold.config.demo.casting import Cast
from twofold.config.demo.pictures import photos
from twofold.config.demo.pictures.banners import banner
from twofold.config.demo.pictures.canvas import png
from twofold.config.demo.pictures.marks import mark
from twofold.config.demo.pictures.motifs import motif
from twofold.config.demo.pictures.portraits import portrait
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.actions import Ready, keep, make_ready, take_in_portrait
from twofold.network.media.models import Picture
from twofold.people.personas.actions import set_banner, set_picture
from twofold.people.personas.models import Network, Persona

Place = tuple[Persona, str]
Taken = TypeVar("Taken")
TRIES = 3


class Gallery:
    """Pictures in the making: drawn and decoded by `hands` threads that never touch the database.

    An empty gallery (no hands) has no pictures at all.
    """

    def __init__(self, town: Cast, wanted: list[str], *, hands: int):
        self.count = 0
        self._hands = ThreadPoolExecutor(hands) if hands else None
        self._photos: dict[str, Future[Ready]] = {}
        self._places: list[tuple[Place, Future[str]]] = []
        if self._hands is None:
            return
        for name in wanted:
            self._photos[name] = self._hands.submit(_ready, name)
        for key, looks in town.looks.items():
            self.dress(town.personas[key], key[1], looks)

    def dress(self, persona: Persona, name: str, looks: dict[str, Any]) -> None:
        """Draw what stands for `persona`, each time the same for this `name`; it shows once all of it hangs."""
        if self._hands is None:
            return
        for shape, draw in _drawings(persona.network, name, looks).items():
            self._places.append(((persona, shape), self._hands.submit(_stored, persona, shape, draw)))

    def photo(self, author: Persona, name: str) -> list[Picture]:
        """The photo `name` as one of `author`'s, or none in an empty gallery."""
        if name not in self._photos:
            return []
        self.count += 1
        return [keep(author, ready=self._photos[name].result(), alt=photos()[name].alt)]

    def ready(self, name: str) -> Ready | None:
        """A drawing whose files lie there, to be used again; None in an empty gallery."""
        return self._photos[name].result() if name in self._photos else None

    def hang(self) -> None:
        """Show portraits and banners with their personas."""
        for (persona, shape), made in self._places:
            show = set_banner if shape == "banner" else set_picture
            show(persona, name=made.result())
            self.count += 1
        if self._hands:
            self._hands.shutdown()


def _drawings(network: str, handle: str, looks: dict[str, Any]) -> dict[str, Callable[[], bytes]]:
    """What stands for this presence: by shape, a function that draws it."""
    found: dict[str, Callable[[], bytes]] = {}
    words = looks.get("look") or looks.get("picture", "")
    kind, _space, rest = words.partition(" ")
    if network == Network.PROFESSIONAL and "look" in looks:
        found["picture"] = lambda: portrait(handle, words)
    elif kind == "face":
        found["picture"] = lambda: portrait(handle, rest, bright=True)
    elif kind == "logo":
        found["picture"] = lambda: mark(network, handle, rest)
    elif words:
        found["picture"] = lambda: motif(handle, words)
    if kind_of_banner := looks.get("banner"):
        found["banner"] = lambda: banner(network, handle, kind_of_banner)
    return found


def _ready(name: str) -> Ready:
    drawn = png(photos()[name].drawn())
    return _patiently(lambda: make_ready(ContentFile(drawn, f"{name}.png")))


def _stored(persona: Persona, shape: str, draw: Callable[[], bytes]) -> str:
    drawn = draw()
    return _patiently(
        lambda: take_in_portrait(persona, upload=ContentFile(drawn, "drawing.png"), shape=shape)
    )


def _patiently(take: Callable[[], Taken]) -> Taken:
    """Taking in has little time, which a busy machine may not keep: our own pictures are worth a second try."""
    for _ in range(TRIES):
        try:
            return take()
        except Refused:
            continue
    return take()
