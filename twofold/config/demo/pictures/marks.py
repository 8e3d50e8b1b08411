# ruff: noqa: E501 (a drawing is read by its coordinates)
"""Marks of organisations: one plain sign on one colour, another colour in each network."""

import math
from collections.abc import Callable

from twofold.config.demo.pictures.canvas import Canvas, curve, png

SIZE = 640
_GROUNDS = {
    "professional": ("#12414f", "#1f3b5c", "#24474a", "#3a3f5e", "#54323f", "#2f4a38", "#463a2a"),
    "social": ("#e4572e", "#2a9d8f", "#e76f51", "#5f5aa2", "#d1495b", "#3a7d44", "#e09f3e", "#2e86ab"),
}
_PALE = "#fbf4e6"


def mark(network: str, handle: str, sign: str) -> bytes:
    """The mark of an organisation. Raises KeyError for a sign nobody draws."""
    c = Canvas(SIZE, SIZE, f"mark {network} {handle}")
    c.wash(c.chance.choice(_GROUNDS[network]))
    c.glow(180, 140, 520, "#ffffff", 0.16)
    _SIGNS[sign](c)
    return png(c.finish(3, 0.1))


def _waves(c: Canvas) -> None:
    for k in range(4):
        y = 210 + k * 76
        c.line(
            curve([(130, y), (210, y - 40), (300, y), (390, y + 40), (510, y - 10)]),
            _PALE,
            26,
            opacity=1 - k * 0.17,
        )


def _delta(c: Canvas) -> None:
    c.line([(320, 110), (320, 260)], _PALE, 28)
    for k in range(-2, 3):
        c.line(curve([(320, 250), (320 + k * 36, 350), (320 + k * 92, 530)]), _PALE, 20)


def _towers(c: Canvas) -> None:
    for k, top in enumerate((300, 190, 250, 350)):
        c.box(150 + k * 88, top, 220 + k * 88, 500, _PALE, radius=4, opacity=1 - k * 0.14)
    c.line([(120, 524), (520, 524)], _PALE, 18)


def _anchor(c: Canvas) -> None:
    c.line([(320, 200), (320, 520)], _PALE, 30)
    c.line([(230, 270), (410, 270)], _PALE, 26)
    c.line([(320 + 40 * math.cos(a / 5), 160 + 40 * math.sin(a / 5)) for a in range(33)], _PALE, 22)
    c.line(curve([(150, 400), (190, 500), (320, 530), (450, 500), (490, 400)]), _PALE, 30)


def _cross(c: Canvas) -> None:
    c.box(262, 140, 378, 500, _PALE, radius=36)
    c.box(140, 262, 500, 378, _PALE, radius=36)


def _book(c: Canvas) -> None:
    c.shape([(320, 220), (140, 170), (140, 440), (320, 500)], _PALE)
    c.shape([(320, 220), (500, 170), (500, 440), (320, 500)], _PALE, opacity=0.75)


def _hull(c: Canvas) -> None:
    c.shape([(110, 330), (530, 330), (450, 480), (190, 480)], _PALE)
    c.shape([(300, 120), (300, 310), (440, 310)], _PALE, opacity=0.8)
    c.line([(120, 530), (520, 530)], _PALE, 16, opacity=0.6)


def _lantern(c: Canvas) -> None:
    c.glow(320, 340, 240, "#ffd98a", 0.8)
    c.box(220, 220, 420, 480, _PALE, radius=40)
    c.box(256, 262, 384, 440, "#f4b942", radius=24)
    c.line(curve([(250, 220), (320, 120), (390, 220)]), _PALE, 18)
    c.line([(240, 510), (400, 510)], _PALE, 24)


def _house(c: Canvas) -> None:
    c.line([(130, 330), (320, 160), (510, 330)], _PALE, 30)
    c.line([(190, 330), (190, 480), (450, 480), (450, 330)], _PALE, 26)
    c.line([(110, 530), (530, 530)], _PALE, 14, opacity=0.6)


def _page(c: Canvas) -> None:
    c.box(180, 120, 460, 520, _PALE, radius=12)
    c.box(216, 160, 424, 230, "#22303a", radius=4)
    for k in range(6):
        c.box(216, 262 + k * 38, 424 - (k % 3) * 46, 276 + k * 38, "#22303a", radius=4, opacity=0.7)


def _curtain(c: Canvas) -> None:
    for side in (-1, 1):
        for k in range(4):
            x = 320 + side * (200 - k * 46)
            c.blob(
                [
                    (x - 26, 140),
                    (x + 26, 140),
                    (x + side * 30 + 26, 360),
                    (x + side * (10 + k * 16) + 20, 510),
                    (x + side * (10 + k * 16) - 26, 510),
                ],
                _PALE,
                opacity=0.95 - k * 0.2,
            )
    c.box(96, 116, 544, 156, _PALE, radius=10)


def _wheel(c: Canvas) -> None:
    ring = [(320 + 190 * math.cos(a / 10), 320 + 190 * math.sin(a / 10)) for a in range(64)]
    c.line(ring, _PALE, 26)
    c.lines(
        [
            [(320, 320), (320 + 180 * math.cos(k * math.pi / 6), 320 + 180 * math.sin(k * math.pi / 6))]
            for k in range(12)
        ],
        _PALE,
        7,
    )
    c.oval(320, 320, 34, 34, _PALE)


def _note(c: Canvas) -> None:
    c.lines([[(270, 440), (270, 180)], [(440, 410), (440, 150)]], _PALE, 20)
    c.shape([(260, 176), (450, 142), (450, 204), (260, 238)], _PALE)
    c.ovals([(230, 446, 50), (400, 416, 50)], _PALE)


def _leaf(c: Canvas) -> None:
    c.blob([(320, 520), (170, 400), (200, 240), (320, 120), (440, 240), (470, 400)], _PALE)
    c.lines(
        [
            [(320, 560), (320, 200)],
            *([(320, 460 - k * 70), (320 + s * 80, 400 - k * 70)] for k in range(3) for s in (-1, 1)),
        ],
        "#2f5a3a",
        10,
    )


def _sun(c: Canvas) -> None:
    c.oval(320, 330, 104, 104, _PALE)
    c.lines(
        [
            [
                (320 + 150 * math.cos(k * 0.5236), 330 + 150 * math.sin(k * 0.5236)),
                (320 + 214 * math.cos(k * 0.5236), 330 + 214 * math.sin(k * 0.5236)),
            ]
            for k in range(12)
        ],
        _PALE,
        24,
    )


_SIGNS: dict[str, Callable[[Canvas], None]] = {
    "wave": _waves, "delta": _delta, "towers": _towers, "anchor": _anchor, "cross": _cross, "book": _book, "hull": _hull,
    "lantern": _lantern, "house": _house, "page": _page, "curtain": _curtain, "wheel": _wheel, "note": _note,
    "leaf": _leaf, "sun": _sun,
}  # fmt: skip
