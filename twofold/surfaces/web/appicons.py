"""Draws the icons of both networks as apps: `python -m twofold.surfaces.web.appicons` writes static/web/app/*.png.

The mark is that of mark.svg, two halves of a fold, in white on the colour of the network.
"""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

_TARGET = Path(__file__).parent / "static" / "web" / "app"
# Ground, the left half, the right half; and how round the tile is, of its side.
_MOODS = {
    "professional": ("#00626b", "#ffffff", "#8fd0d4", 0.18),
    "social": ("#ec6155", "#ffe1d6", "#ffffff", 0.32),
}
_SMOOTH = 4
Point = tuple[float, float]


def _curve(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    for step in range(25):
        t = step / 24
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, one, other, end)
        yield (
            sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
            sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
        )


def _halves() -> tuple[list[Point], list[Point]]:
    """Both halves, on the 32 by 32 of mark.svg."""
    left = [
        *_curve((2, 6.5), (2, 5.5), (2.6, 5.2), (3.5, 5)),
        (16, 2),
        (16, 27),
        *_curve((3.5, 30), (2.6, 30.2), (2, 29.5), (2, 28.5)),
    ]
    right = [
        (16, 2),
        *_curve((24, 4), (28, 5), (30, 7), (30, 11)),
        *_curve((30, 22), (30, 26), (28, 29), (24, 28)),
        (16, 27),
    ]
    return left, right


def drawn(network: str, size: int, *, mask: bool) -> Image.Image:
    """One icon; a mask fills its square, for the system cuts its own shape out of it."""
    ground, first, second, round_of = _MOODS[network]
    side = size * _SMOOTH
    picture = Image.new("RGBA", (side, side))
    pen = ImageDraw.Draw(picture)
    if mask:
        pen.rectangle((0, 0, side, side), fill=ground)
    else:
        pen.rounded_rectangle((0, 0, side - 1, side - 1), radius=int(side * round_of), fill=ground)
    scale = side * (0.5 if mask else 0.6) / 32
    edge = (side - 32 * scale) / 2
    for half, colour in zip(_halves(), (first, second), strict=True):
        pen.polygon([(edge + x * scale, edge + y * scale) for x, y in half], fill=colour)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    _TARGET.mkdir(exist_ok=True)
    for network in _MOODS:
        for size, mask in ((192, False), (512, False), (512, True)):
            name = f"{network}-{'mask-' if mask else ''}{size}.png"
            drawn(network, size, mask=mask).save(_TARGET / name, optimize=True)


if __name__ == "__main__":
    main()
