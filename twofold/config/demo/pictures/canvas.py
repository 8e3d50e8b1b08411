"""Paper and brush: soft-edged shapes, gradients, light and grain on a Pillow picture."""

import io
import math
from collections.abc import Callable, Sequence
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Point = tuple[float, float]
# One colour, or several from top to bottom.
Fill = str | Sequence[str]
_FINE = 2


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with so much of `other` in it, 0 to 1."""
    mixed = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def noise(seed: int, width: int, height: int, scale: int, octaves: int = 4) -> np.ndarray:
    """Clouds: values around 0, roughly -1 to 1; `scale` is the size of the largest lumps in pixels."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width), dtype=np.float32)
    for octave in range(octaves):
        step = max(2, scale >> octave)
        rough = rng.standard_normal((height // step + 3, width // step + 3)).astype(np.float32)
        layer = Image.fromarray(rough).resize((width + 2 * step, height + 2 * step), Image.Resampling.BICUBIC)
        total += np.asarray(layer)[step : step + height, step : step + width] * 0.5**octave
    return total / 2.0


class Canvas:
    """A picture in the making. Coordinates are pixels; `chance` is this picture's own dice."""

    def __init__(self, width: int, height: int, seed: str):
        self.width, self.height = width, height
        self.chance = Random(seed)
        self.seed = self.chance.randrange(2**31)
        self.image = Image.new("RGB", (width, height), "#888888")

    def wash(self, *colours: str, box: tuple[float, float, float, float] | None = None) -> None:
        """Fill a box, or everything, from top to bottom."""
        left, top, right, bottom = (round(each) for each in box or (0, 0, self.width, self.height))
        self.image.paste(_gradient(colours, right - left, bottom - top), (left, top))

    def shape(self, points: Sequence[Point], fill: Fill, *, blur: float = 0, opacity: float = 1) -> None:
        """A polygon."""
        self._lay(_bounds(points), fill, blur, opacity, lambda draw, at: draw.polygon(at(points), fill=255))

    def blob(self, points: Sequence[Point], fill: Fill, *, blur: float = 0, opacity: float = 1) -> None:
        """A closed curve through these points."""
        self.shape(curve(points, closed=True), fill, blur=blur, opacity=opacity)

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: Fill, *, blur: float = 0, opacity: float = 1
    ) -> None:
        box = (x - rx, y - ry, x + rx, y + ry)
        corners = [(box[0], box[1]), (box[2], box[3])]
        self._lay(box, fill, blur, opacity, lambda draw, at: draw.ellipse(at(corners), fill=255))

    def ovals(
        self, spots: Sequence[tuple[float, float, float]], fill: Fill, *, blur: float = 0, opacity: float = 1
    ) -> None:
        """Many round spots (x, y, radius) of one colour, as one layer."""

        def paint(draw: ImageDraw.ImageDraw, at: Callable) -> None:
            for x, y, radius in spots:
                draw.ellipse(at([(x - radius, y - radius), (x + radius, y + radius)]), fill=255)

        self._lay((0, 0, self.width, self.height), fill, blur, opacity, paint)

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        fill: Fill,
        *,
        radius: float = 0,
        blur: float = 0,
        opacity: float = 1,
    ) -> None:
        corners = [(left, top), (right, bottom)]
        self._lay(
            (left, top, right, bottom),
            fill,
            blur,
            opacity,
            lambda draw, at: draw.rounded_rectangle(at(corners), radius * _FINE, fill=255),
        )

    def line(
        self, points: Sequence[Point], fill: Fill, width: float = 3, *, blur: float = 0, opacity: float = 1
    ) -> None:
        """A line with round ends."""
        self.lines([points], fill, width, blur=blur, opacity=opacity)

    def lines(
        self,
        strokes: Sequence[Sequence[Point]],
        fill: Fill,
        width: float = 3,
        *,
        blur: float = 0,
        opacity: float = 1,
    ) -> None:
        """Many lines as one layer."""
        bounds = _bounds([point for stroke in strokes for point in stroke], width)

        def paint(draw: ImageDraw.ImageDraw, at: Callable) -> None:
            for stroke in strokes:
                fine = at(stroke)
                draw.line(fine, fill=255, width=max(1, round(width * _FINE)), joint="curve")
                if width > 2:
                    half = width * _FINE / 2
                    for x, y in (fine[0], fine[-1]):
                        draw.ellipse([(x - half, y - half), (x + half, y + half)], fill=255)

        self._lay(bounds, fill, blur, opacity, paint)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 1) -> None:
        """Light that adds to what is there and fades with the distance."""
        left, top = max(0, int(x - radius)), max(0, int(y - radius))
        right, bottom = min(self.width, int(x + radius)), min(self.height, int(y + radius))
        if right <= left or bottom <= top:
            return
        across, down = np.meshgrid(np.arange(left, right), np.arange(top, bottom))
        distance = np.hypot(across - x, down - y) / radius
        light = np.clip(1 - distance, 0, 1) ** 2.2 * strength
        area = self.image.crop((left, top, right, bottom))
        pixels = np.asarray(area, dtype=np.float32)
        lit = pixels + (np.array(rgb(colour), dtype=np.float32) - pixels * 0.35) * light[..., None]
        self.image.paste(Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)), (left, top))

    def mottle(
        self,
        amount: float,
        scale: int = 120,
        box: tuple[float, float, float, float] | None = None,
        stretch: float = 1,
    ) -> None:
        """Uneven light over a box: `stretch` draws the lumps out sideways."""
        left, top, right, bottom = (round(each) for each in box or (0, 0, self.width, self.height))
        area = self.image.crop((left, top, right, bottom))
        narrow = max(4, round(area.width / stretch))
        clouds = noise(self.seed + left + top, narrow, area.height, scale)
        if stretch != 1:
            clouds = np.asarray(Image.fromarray(clouds).resize(area.size, Image.Resampling.BILINEAR))
        pixels = np.asarray(area, dtype=np.float32) * (1 + clouds[..., None] * amount)
        self.image.paste(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)), (left, top))

    def write(
        self, x: float, y: float, words: str, size: float, colour: str, anchor: str = "la", spacing: float = 6
    ) -> None:
        """Words in the face that comes with Pillow, so that they look the same everywhere."""
        draw = ImageDraw.Draw(self.image)
        font = ImageFont.load_default(size)
        if "\n" in words:
            draw.multiline_text((x, y), words, colour, font, spacing=spacing)
        else:
            draw.text((x, y), words, colour, font, anchor=anchor)

    def finish(self, grain: float = 5, vignette: float = 0.18) -> Image.Image:
        """The picture with a little grain and darker corners."""
        rng = np.random.default_rng(self.seed)
        pixels = np.asarray(self.image, dtype=np.float32)
        if vignette:
            across = np.linspace(-1, 1, self.width, dtype=np.float32) ** 2
            down = np.linspace(-1, 1, self.height, dtype=np.float32) ** 2
            dark = 1 - np.clip(across[None, :] + down[:, None] - 0.7, 0, 1.3) * vignette
            pixels = pixels * dark[..., None]
        if grain:
            pixels = pixels + rng.normal(0, grain, pixels.shape[:2]).astype(np.float32)[..., None]
        return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))

    def _lay(
        self,
        bounds: tuple[float, float, float, float],
        fill: Fill,
        blur: float,
        opacity: float,
        paint: Callable[[ImageDraw.ImageDraw, Callable], None],
    ) -> None:
        margin = 2 + blur * 3
        left, top = max(0, math.floor(bounds[0] - margin)), max(0, math.floor(bounds[1] - margin))
        right = min(self.width, math.ceil(bounds[2] + margin))
        bottom = min(self.height, math.ceil(bounds[3] + margin))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE))

        def at(points: Sequence[Point]) -> list[Point]:
            return [((x - left) * _FINE, (y - top) * _FINE) for x, y in points]

        paint(ImageDraw.Draw(mask), at)
        mask = mask.reduce(_FINE)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur))
        if opacity < 1:
            mask = mask.point(lambda value: value * opacity)
        colours = (fill,) if isinstance(fill, str) else tuple(fill)
        if len(colours) == 1:
            self.image.paste(rgb(colours[0]), (left, top, right, bottom), mask)
        else:
            self.image.paste(_gradient(colours, right - left, bottom - top), (left, top), mask)


def png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG", compress_level=1)
    return target.getvalue()


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A smooth line through `points`."""
    around = list(points)
    around = [around[-1], *around, around[0], around[1]] if closed else [around[0], *around, around[-1]]
    smooth = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(steps):
            t = step / steps
            smooth.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return smooth if closed else [*smooth, around[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def _bounds(points: Sequence[Point], margin: float = 0) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _gradient(colours: Sequence[str], width: int, height: int) -> Image.Image:
    width, height = max(1, width), max(1, height)
    stops = np.array([rgb(each) for each in colours], dtype=np.float32)
    if len(stops) == 1:
        return Image.new("RGB", (width, height), colours[0])
    place = np.linspace(0, len(stops) - 1, height)
    column = np.stack([np.interp(place, np.arange(len(stops)), stops[:, band]) for band in range(3)], axis=1)
    return Image.fromarray(column.astype(np.uint8)[:, None, :]).resize(
        (width, height), Image.Resampling.NEAREST
    )
