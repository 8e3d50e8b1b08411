# ruff: noqa: E501 (a drawing is read by its coordinates)
"""Banners over profiles: wide landscapes among friends, quiet ones and drawings at work."""

import math
from collections.abc import Callable

from twofold.config.demo.pictures.canvas import Canvas, curve, mix, noise, png
from twofold.config.demo.pictures.land import (
    crane,
    grass,
    gulls,
    houses,
    lights,
    path,
    person,
    ridge,
    ship,
    sky,
    sun,
    water,
)

WIDTH, HEIGHT = 1500, 500
_SKIES = {
    "professional": (("#b9cbd3", "#e7e9e2"), ("#9fb6c4", "#dfe3e0"), ("#c7cfd2", "#ece6da"), ("#a9bfc4", "#e9e4d3")),
    "social": (("#5b7fc7", "#f7b58a", "#ffe0a8"), ("#6a4c93", "#ff7e67", "#ffd07a"), ("#4aa3c9", "#bfe6e2", "#fdf1cf"), ("#f28482", "#f7c59f", "#fbe8c8")),
}  # fmt: skip
Chosen = tuple[str, ...]


def banner(network: str, handle: str, kind: str) -> bytes:
    """The landscape or drawing called `kind`, as only this presence has it."""
    c = Canvas(WIDTH, HEIGHT, f"banner {network} {handle} {kind}")
    _KINDS[kind](c, c.chance.choice(_SKIES[network]), network == "social")
    return png(c.finish(5, 0.15))


def _delta(c: Canvas, colours: Chosen, gay: bool) -> None:
    """Arms of a river from above."""
    land, wet = ("#8fb37a", "#4f90b5") if gay else ("#b9c3a9", "#6f98a8")
    c.wash(mix(land, "#ffffff", 0.25), land)
    c.mottle(0.14, 60)
    for k in range(7):
        y = 250 + c.chance.uniform(-60, 60)
        end = 40 + k * 70 + c.chance.uniform(-20, 20)
        arm = curve(
            [
                (-40, 250),
                (250, y),
                (600 + k * 30, (y + end) / 2),
                (1000, end),
                (1540, end + c.chance.uniform(-60, 60)),
            ]
        )
        c.line(arm, wet, 34 - k * 2.4, blur=1.2)
    c.shape([(1240, 0), (1500, 0), (1500, 500), (1180, 500)], wet, blur=40, opacity=0.85)
    squares = [[(c.chance.uniform(60, 1150), c.chance.uniform(10, 490))] for _ in range(90)]
    for ((x, y),) in squares:
        c.box(
            x,
            y,
            x + c.chance.uniform(18, 60),
            y + c.chance.uniform(10, 30),
            mix(land, c.chance.choice(("#ffffff", "#5c7a3c", "#d9b95c")), 0.35),
            opacity=0.35,
        )


def _estuary(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 210)
    water(c, 205, (colours[-1], mix(colours[0], "#27485a", 0.5)))
    for k in range(8):
        y = 230 + k * 32
        x = c.chance.uniform(-200, 1200)
        reach = 240 + k * 60
        c.blob(
            [(x, y), (x + reach * 0.4, y - 8 - k), (x + reach, y), (x + reach * 0.6, y + 9 + k * 1.6)],
            mix("#a9946c", colours[-1], 0.45 - k * 0.05),
        )
    gulls(c, 12, 60, 190, "#3a4650", 12)


def _harbour(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 330)
    houses(c, 330, 60, 130, "#b5655a" if gay else "#8d969b", "#fff0c4")
    water(c, 330, (mix(colours[-1], "#5d7f8c", 0.4), "#34566a"))
    ship(c, c.chance.uniform(500, 1000), 372, 360, "#27485a", "#e9e4d8", "#c8502f" if gay else "#8f5f4a")
    gulls(c, 6, 40, 200, "#33414c", 13)


def _cranes(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 360)
    sun(c, 300, 300, 30)
    ridge(c, 366, 20, mix(colours[0], "#22323c", 0.5), scale=120, blur=1)
    for k in range(5):
        crane(
            c,
            620 + k * 190,
            372,
            190 + c.chance.uniform(-20, 50),
            mix("#2c3f4a", colours[0], 0.1 * k),
            flip=k % 2 == 0,
        )
    water(c, 372, (mix(colours[-1], "#49697a", 0.5), "#26424f"))
    path(c, 300, 374, 500, "#fff0cf", 0.06)
    ship(c, 980, 396, 420, "#1f3a4a", "#ded8ca", "#a8583a")


def _dike(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 330)
    ridge(c, 335, 22, mix(colours[0], "#4a6a5c", 0.5), scale=90, seed=2, blur=1.5)
    c.shape([(0, 500), (0, 330), (420, 300), (1500, 250), (1500, 500)], ("#9db07c", "#5f7f56"))
    c.mottle(0.07, 40, (0, 300, 1500, 500), stretch=5)
    c.line(curve([(0, 332), (420, 302), (1500, 252)]), "#d9cdae", 9)
    for x in (900, 940, 1130):
        person(c, x, 302 - (x - 420) * 0.046, 44, c.chance.choice(("#8a4a3c", "#39506a", "#5b5b50")))
    c.ovals(
        [
            (c.chance.uniform(200, 1400), c.chance.uniform(360, 470), c.chance.uniform(5, 9))
            for _ in range(22)
        ],
        "#f4f1e6",
    )


def _sea(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 210, 0.1)
    sun(c, c.chance.uniform(900, 1200), 170, 26)
    water(c, 208, (mix(colours[-1], "#6aa0b0", 0.5), "#3f7f96", "#1f5066"))
    for k in range(6):
        y = 270 + k * 42
        crest = curve([(x, y + 9 * math.sin(x / 90 + k * 1.7)) for x in range(-20, 1560, 60)])
        c.line(crest, "#ffffff", 2 + k * 0.8, blur=0.8 + k * 0.2, opacity=0.35)


def _dunes(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 260)
    sun(c, c.chance.uniform(300, 1200), 210, 30)
    ridge(c, 290, 60, (mix("#c9a26b", colours[0], 0.35), "#9a7a58"), seed=1, blur=1)
    tops = ridge(c, 350, 110, ("#e3c48a", "#b58c5c"), scale=420, seed=2)
    grass(c, tops, "#6f7446", 420, 26)
    near = ridge(c, 470, 110, ("#c99f66", "#7d5b40"), scale=520, seed=5)
    grass(c, near, "#4f5a35", 560, 44)


def _fields(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 200)
    ridge(c, 205, 16, "#6f8c72", scale=70, blur=1)
    rows = ("#d1495b", "#edae49", "#7fa650", "#b56bb0", "#e8e1c4", "#5d8c4a", "#e76f51")
    for k in range(16):
        a, b = -1400 + k * 270, -1130 + k * 270
        c.shape(
            [(750 + (a - 0) * 0.12, 203), (750 + b * 0.12, 203), (750 + b, 510), (750 + a, 510)],
            c.chance.choice(rows),
            opacity=0.9,
        )
    c.mottle(0.09, 18, (0, 203, 1500, 500))


def _evening(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, ("#2b2a5a", "#8a4f86", "#f2916b", "#ffd79a"), 380, 0.09)
    houses(c, 384, 70, 150, "#2a2140", "#ffce7a")
    water(c, 384, ("#a45f70", "#2b2348"))
    lights(c, 372, 9, ("#ffd07a", "#ffb26b"), 100)


def _night(c: Canvas, colours: Chosen, gay: bool) -> None:
    c.wash("#0d1333", "#27305f", "#4d4778")
    c.ovals(
        [
            (c.chance.uniform(0, 1500), c.chance.uniform(0, 400), c.chance.uniform(0.6, 2.4))
            for _ in range(260)
        ],
        "#fff6df",
        opacity=0.9,
    )
    c.glow(1130, 160, 260, "#fff0c4", 0.5)
    c.oval(1130, 160, 42, 42, "#fff4d6")
    ridge(c, 440, 90, ("#141a3c", "#0a0d20"), scale=200)


def _contours(c: Canvas, colours: Chosen, gay: bool) -> None:
    """A map of heights."""
    c.wash("#e9ece6", "#d5ddd8")
    for level in range(26):
        heights = noise(c.seed + 7, 151, 1, 46, 3)[0] * 60
        lean = noise(c.seed + 9, 151, 1, 60, 2)[0] * 30
        line = [(x * 10.0, -80 + level * 26 + heights[x] + lean[x] * level / 13) for x in range(151)]
        c.line(
            curve(line, steps=3),
            "#3f6f78",
            2.6 if level % 5 == 0 else 1.2,
            opacity=0.75 if level % 5 == 0 else 0.45,
        )


def _grid(c: Canvas, colours: Chosen, gay: bool) -> None:
    c.wash("#e4eaea", "#cdd8da")
    tones = ("#1f5562", "#3f7f86", "#8fb5b3", "#c9dad6", "#d9a85b")
    for row in range(8):
        for column in range(25):
            if c.chance.random() < 0.75:
                size = c.chance.choice((10, 16, 22))
                c.box(
                    20 + column * 60,
                    20 + row * 60,
                    20 + column * 60 + size * 2,
                    20 + row * 60 + size,
                    c.chance.choice(tones),
                    radius=3,
                    opacity=0.8,
                )


def _bridge(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 360)
    ridge(c, 365, 26, mix(colours[0], "#3c4c55", 0.5), scale=150, blur=1)
    water(c, 362, (mix(colours[-1], "#5d7f8c", 0.4), "#3a5c6c"))
    steel = "#2f4753"
    c.lines([[(0, 300), (1500, 300)], [(0, 318), (1500, 318)]], steel, 8)
    for x in (330, 1170):
        c.box(x - 20, 130, x + 20, 420, ("#4a6270", "#2a3c47"), radius=3)
        for k in range(1, 9):
            c.lines([[(x, 140 + k * 4), (x - k * 52, 300)], [(x, 140 + k * 4), (x + k * 52, 300)]], steel, 2)


def _turbines(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 350, 0.1)
    water(c, 348, (mix(colours[-1], "#7aa0ac", 0.5), "#47707f"))
    for k in range(9):
        x, size = 120 + k * 160 + c.chance.uniform(-30, 30), c.chance.uniform(90, 190)
        top, turn = 352 - size, c.chance.uniform(0, 2)
        c.line([(x, 352), (x, top)], "#f3f5f4", max(3, size * 0.035))
        c.lines(
            [
                [
                    (x, top),
                    (
                        x + size * 0.55 * math.cos(turn + j * 2.094),
                        top + size * 0.55 * math.sin(turn + j * 2.094),
                    ),
                ]
                for j in range(3)
            ],
            "#f8faf9",
            max(2.4, size * 0.03),
        )


def _shelves(c: Canvas, colours: Chosen, gay: bool) -> None:
    c.wash("#5a4638", "#3b2d25")
    for shelf in range(3):
        x, floor = 20.0, 160 + shelf * 160
        while x < 1480:
            wide, tall = c.chance.uniform(14, 38), c.chance.uniform(88, 136)
            tone = c.chance.choice(
                ("#8d5a4a", "#3f5d63", "#b59a66", "#6a4a5c", "#5d6f4e", "#d8cbb0", "#2f4156")
            )
            c.box(x, floor - tall, x + wide, floor, (mix(tone, "#ffffff", 0.12), tone), radius=2)
            c.box(
                x + wide * 0.2,
                floor - tall * 0.8,
                x + wide * 0.8,
                floor - tall * 0.74,
                "#f0e6cf",
                opacity=0.6,
            )
            x += wide + c.chance.choice((1, 1, 2, 16))
        c.box(0, floor, 1500, floor + 14, "#7a5f4b")


def _towers(c: Canvas, colours: Chosen, gay: bool) -> None:
    sky(c, colours, 500)
    for layer in range(4):
        tone = mix("#2f4b5c", colours[-1], 0.75 - layer * 0.22)
        for k in range(15):
            x, tall = k * 104 + c.chance.uniform(-30, 30), c.chance.uniform(70, 230) + layer * 22
            c.box(x, 500 - tall, x + c.chance.uniform(46, 92), 500, tone)


def _blueprint(c: Canvas, colours: Chosen, gay: bool) -> None:
    c.wash("#20506b", "#173d55")
    c.lines(
        [[(x, 0), (x, 500)] for x in range(0, 1500, 50)] + [[(0, y), (1500, y)] for y in range(0, 500, 50)],
        "#ffffff",
        1,
        opacity=0.12,
    )
    ink = "#dcebf2"
    c.lines(
        [
            [(200, 400), (200, 220), (520, 120), (840, 220), (840, 400), (200, 400)],
            [(180, 226), (520, 108), (860, 226)],
        ],
        ink,
        3,
    )
    c.lines([[(200 + k * 80, 400), (200 + k * 80, 230)] for k in range(9)], ink, 1.4, opacity=0.7)
    c.lines([[(200, 440), (840, 440)], [(200, 428), (200, 452)], [(840, 428), (840, 452)]], ink, 2)
    c.line([(1150 + 120 * math.cos(a / 10), 270 + 120 * math.sin(a / 10)) for a in range(64)], ink, 2.6)
    c.lines(
        [
            [(1150, 270), (1150 + 120 * math.cos(k * 0.7854), 270 + 120 * math.sin(k * 0.7854))]
            for k in range(8)
        ],
        ink,
        1.4,
    )


def _stage(c: Canvas, colours: Chosen, gay: bool) -> None:
    c.wash("#161226", "#2a1a35")
    for x, tone in ((300, "#ffcf7a"), (620, "#ff8fa0"), (920, "#8fd3ff"), (1220, "#ffe7a8")):
        lean = c.chance.uniform(-120, 120)
        c.shape(
            [(x - 12, -10), (x + 12, -10), (x + lean + 150, 460), (x + lean - 150, 460)],
            tone,
            blur=16,
            opacity=0.3,
        )
        c.oval(x + lean, 440, 150, 26, tone, blur=14, opacity=0.5)
    c.box(0, 450, 1500, 500, ("#5a3a2a", "#2e1c16"))
    for side in (0, 1):
        for k in range(5):
            x = k * 44 if not side else 1500 - k * 44
            c.blob(
                [(x - 28, -20), (x + 28, -20), (x + 20, 250), (x + 34, 520), (x - 34, 520), (x - 20, 250)],
                ("#a3243b", "#5c1024"),
            )


_KINDS: dict[str, Callable[[Canvas, Chosen, bool], None]] = {
    "delta": _delta, "estuary": _estuary, "harbour": _harbour, "cranes": _cranes, "dike": _dike, "sea": _sea,
    "dunes": _dunes, "fields": _fields, "evening": _evening, "night": _night, "contours": _contours, "grid": _grid,
    "bridge": _bridge, "turbines": _turbines, "shelves": _shelves, "towers": _towers, "blueprint": _blueprint,
    "stage": _stage,
}  # fmt: skip
