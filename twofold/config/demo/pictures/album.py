"""The register of photos: what each is called, how it is drawn, and the words for those who do not see it."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from twofold.config.demo.pictures.canvas import Canvas

Draw = Callable[[Canvas], None]


@dataclass(frozen=True)
class Photo:
    name: str
    alt: str
    size: tuple[int, int]
    grain: float
    vignette: float
    draw: Draw

    def drawn(self) -> Image.Image:
        """The same picture every time."""
        canvas = Canvas(*self.size, seed=self.name)
        self.draw(canvas)
        return canvas.finish(self.grain, self.vignette)


PHOTOS: dict[str, Photo] = {}
WIDE, SQUARE, TALL = (1200, 800), (1000, 1000), (900, 1120)


def photo(
    name: str, alt: str, size: tuple[int, int] = WIDE, grain: float = 5, vignette: float = 0.18
) -> Callable[[Draw], Draw]:
    """Register the decorated function as the photo `name`."""

    def register(draw: Draw) -> Draw:
        PHOTOS[name] = Photo(name, alt, size, grain, vignette, draw)
        return draw

    return register
