"""Parts of landscapes that many pictures share: skies, ridges, water, boats, cranes, people far away."""

import math

import numpy as np

from twofold.config.demo.pictures.canvas import Canvas, Fill, Point, curve, mix, noise


def sky(c: Canvas, colours: tuple[str, ...], horizon: float, clouds: float = 0.06) -> None:
    """From the top to the horizon, with soft clouds drawn out sideways."""
    c.wash(*colours, box=(0, 0, c.width, horizon))
    if clouds:
        c.mottle(clouds, 90, (0, 0, c.width, horizon), stretch=4)


def sun(c: Canvas, x: float, y: float, radius: float, colour: str = "#fff1c9", halo: str = "#ffb066") -> None:
    c.glow(x, y, radius * 9, halo, 0.55)
    c.glow(x, y, radius * 3.4, colour, 0.6)
    c.oval(x, y, radius, radius, colour, blur=1.2)


def ridge(
    c: Canvas, base: float, height: float, fill: Fill, *, scale: int = 260, seed: int = 0, blur: float = 0
) -> list[Point]:
    """Hills or dunes across the picture, down to its bottom; the line of their tops."""
    heights = noise(c.seed + seed, c.width + 1, 1, scale, 3)[0]
    tops = [(float(x), float(base - height * (heights[x] + 0.5))) for x in range(0, c.width + 1, 4)]
    c.shape([(0, c.height + 4), *tops, (c.width, tops[-1][1]), (c.width, c.height + 4)], fill, blur=blur)
    return tops


def grass(
    c: Canvas, tops: list[Point], colour: str, count: int, length: float = 26, width: float = 1.6
) -> None:
    """Blades along a line, bent by the wind."""
    strokes = []
    for _ in range(count):
        x, y = c.chance.choice(tops)
        reach, lean = length * c.chance.uniform(0.5, 1.2), c.chance.uniform(0.2, 0.8)
        x += c.chance.uniform(-3, 3)
        strokes.append([(x, y + 4), (x + reach * lean * 0.4, y - reach * 0.6), (x + reach * lean, y - reach)])
    c.lines(strokes, colour, width)


def water(
    c: Canvas, top: float, colours: tuple[str, ...], glints: str = "", bottom: float | None = None
) -> None:
    """From `top` down, with ripples that grow nearer; `glints` is the colour of the light on them."""
    bottom = bottom or c.height
    c.wash(*colours, box=(0, top, c.width, bottom))
    c.mottle(0.07, 26, (0, top, c.width, bottom), stretch=9)
    strokes: list[list[Point]] = []
    for _ in range(150):
        depth = c.chance.random() ** 1.6
        y = top + 3 + depth * (bottom - top)
        half = 6 + depth * 46 * c.chance.random()
        x = c.chance.uniform(0, c.width)
        strokes.append([(x - half, y), (x, y - 1 - depth), (x + half, y)])
    c.lines(strokes, mix(colours[0], "#ffffff", 0.4), 1.4, opacity=0.28)
    if glints:
        path(c, c.width / 2, top, bottom, glints)


def path(c: Canvas, x: float, top: float, bottom: float, colour: str, wide: float = 0.16) -> None:
    """The way of light on water under a sun or a lamp."""
    strokes = []
    for _ in range(90):
        depth = c.chance.random()
        reach = (10 + depth * c.width * wide) * c.chance.uniform(0.2, 1)
        middle = x + c.chance.gauss(0, 6 + depth * c.width * wide * 0.4)
        y = top + depth * (bottom - top)
        strokes.append([(middle - reach / 2, y), (middle + reach / 2, y)])
    c.lines(strokes, colour, 2.2, blur=0.8, opacity=0.55)


def lights(c: Canvas, y: float, count: int, colours: tuple[str, ...], below: float = 0) -> None:
    """Lamps in a row with their reflections, to `below`."""
    for number in range(count):
        x = c.width * (number + 0.5) / count + c.chance.uniform(-20, 20)
        colour = c.chance.choice(colours)
        c.glow(x, y, 46, colour, 0.9)
        c.oval(x, y, 2.6, 2.6, mix(colour, "#ffffff", 0.6))
        if below:
            drops = [
                [(x - w, ny), (x + w, ny)]
                for ny, w in (
                    (y + 8 + k * 11, 3 + 5 * c.chance.random() * k**0.5) for k in range(int(below / 11))
                )
            ]
            c.lines(drops, colour, 2.4, blur=0.7, opacity=0.5)


def houses(
    c: Canvas, ground: float, low: float, high: float, wall: Fill, pane: str, *, seed: int = 1
) -> None:
    """Narrow gabled houses along a quay, some windows lit."""
    x, dice = -20.0, c.chance
    panes: list[list[Point]] = []
    while x < c.width:
        wide, tall = dice.uniform(46, 82), dice.uniform(low, high)
        top = ground - tall
        gable = dice.choice(("point", "step", "flat"))
        roof = wide * 0.5 if gable == "point" else wide * 0.28
        points = [(x, ground), (x, top), (x + wide / 2, top - roof), (x + wide, top), (x + wide, ground)]
        if gable == "flat":
            points = [(x, ground), (x, top), (x + wide, top), (x + wide, ground)]
        elif gable == "step":
            points[2:3] = [
                (x + wide * 0.2, top),
                (x + wide * 0.2, top - roof / 2),
                (x + wide * 0.4, top - roof / 2),
                (x + wide * 0.4, top - roof),
                (x + wide * 0.6, top - roof),
                (x + wide * 0.6, top - roof / 2),
                (x + wide * 0.8, top - roof / 2),
                (x + wide * 0.8, top),
            ]
        shade = dice.uniform(0, 0.3)
        c.shape(points, mix(wall, "#000000", shade) if isinstance(wall, str) else wall)
        for row in np.arange(top + 14, ground - 22, 26):
            for column in (0.2, 0.5, 0.8):
                if dice.random() < 0.45:
                    px = x + wide * column
                    panes.append([(px, row), (px, row + 8)])
        x += wide + dice.choice((0, 0, 2))
    if panes:
        c.lines(panes, pane, 7, opacity=0.85)


def crane(c: Canvas, x: float, ground: float, size: float, colour: str, *, flip: bool = False) -> None:
    """A harbour crane: a portal on four legs, a tower, a boom with its stays."""
    way = -1 if flip else 1

    def at(px: float, py: float) -> Point:
        return x + way * px * size, ground - py * size

    strokes = [
        [at(-0.16, 0), at(-0.1, 0.5)],
        [at(0.16, 0), at(0.1, 0.5)],
        [at(-0.16, 0.28), at(0.16, 0.28)],
        [at(-0.1, 0.5), at(0.1, 0.5)],
        [at(-0.06, 0.5), at(-0.06, 0.95)],
        [at(0.06, 0.5), at(0.06, 0.95)],
        [at(-0.06, 0.62), at(0.06, 0.74)],
        [at(0.06, 0.74), at(-0.06, 0.86)],
        [at(-0.34, 0.84), at(0.06, 0.8), at(0.78, 1.06)],
        [at(0, 1.2), at(0.78, 1.06)],
        [at(0, 1.2), at(-0.34, 0.84)],
        [at(0, 1.2), at(0, 0.95)],
    ]
    c.lines(strokes, colour, max(2, size * 0.018))
    c.lines([[at(0.72, 1.04), at(0.72, 0.45)]], colour, max(1, size * 0.006))
    c.shape([at(-0.1, 0.78), at(0.12, 0.78), at(0.12, 0.95), at(-0.1, 0.95)], colour)
    c.shape([at(-0.42, 0.76), at(-0.26, 0.76), at(-0.26, 0.88), at(-0.42, 0.88)], colour)


def ship(c: Canvas, x: float, waterline: float, length: float, hull: str, house: str, accent: str) -> None:
    """A coaster seen from the side."""
    h = length * 0.09
    c.shape(
        [
            (x - length / 2, waterline - h),
            (x + length * 0.44, waterline - h),
            (x + length / 2, waterline - h * 1.7),
            (x + length * 0.45, waterline + h * 0.3),
            (x - length * 0.47, waterline + h * 0.3),
        ],
        (hull, mix(hull, "#000000", 0.45)),
    )
    c.box(x - length * 0.42, waterline - h * 2.9, x - length * 0.24, waterline - h, house)
    c.box(
        x - length * 0.4,
        waterline - h * 3.6,
        x - length * 0.28,
        waterline - h * 2.9,
        mix(house, "#ffffff", 0.3),
    )
    c.box(x - length * 0.39, waterline - h * 4.4, x - length * 0.34, waterline - h * 3.5, accent)
    for number in range(5):
        left = x - length * 0.18 + number * length * 0.11
        c.box(
            left, waterline - h * 1.7, left + length * 0.1, waterline - h, mix(accent, house, number % 3 / 3)
        )


def person(
    c: Canvas, x: float, ground: float, size: float, coat: str, skin: str = "#8a5a3c", *, arms: str = "down"
) -> None:
    """Somebody far away: a head, a coat, legs."""
    c.lines(
        [[(x - size * 0.06, ground), (x - size * 0.05, ground - size * 0.42)],
         [(x + size * 0.07, ground), (x + size * 0.05, ground - size * 0.42)]],
        mix(coat, "#000000", 0.55), size * 0.085,
    )  # fmt: skip
    c.blob(
        [
            (x - size * 0.16, ground - size * 0.36),
            (x - size * 0.12, ground - size * 0.74),
            (x, ground - size * 0.8),
            (x + size * 0.12, ground - size * 0.74),
            (x + size * 0.16, ground - size * 0.36),
        ],
        (mix(coat, "#ffffff", 0.15), coat),
    )
    lift = {"down": -0.32, "up": 0.3, "out": -0.02}[arms]
    hands = [
        [(x + side * size * 0.11, ground - size * 0.7),
         (x + side * size * (0.2 if arms == "down" else 0.3), ground - size * (0.7 + lift))]
        for side in (-1, 1)
    ]  # fmt: skip
    c.lines(hands, coat, size * 0.075)
    c.oval(x, ground - size * 0.9, size * 0.09, size * 0.1, skin)


def bicycle(c: Canvas, x: float, ground: float, size: float, frame: str, metal: str = "#2b2b2f") -> None:
    """A bicycle from the side, `size` from axle to axle."""
    r = size * 0.33
    rear, front = (x - size / 2, ground - r), (x + size / 2, ground - r)
    for wheel in (rear, front):
        ring = [
            (wheel[0] + r * math.cos(a), wheel[1] + r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)
        ]
        c.line(ring, metal, size * 0.035)
        spokes = [
            [wheel, (wheel[0] + r * math.cos(a), wheel[1] + r * math.sin(a))]
            for a in np.linspace(0, 2 * math.pi, 13)[:-1]
        ]
        c.lines(spokes, metal, 1, opacity=0.5)
    pedal = (x - size * 0.06, ground - r * 0.9)
    seat, head = (x - size * 0.2, ground - r * 2.25), (x + size * 0.36, ground - r * 2.35)
    c.lines(
        [[rear, pedal, head, (x - size * 0.16, ground - r * 2.05), pedal], [rear, (x - size * 0.16, ground - r * 2.05)],
         [head, front]],
        frame, size * 0.045,
    )  # fmt: skip
    c.lines(
        [[(x - size * 0.16, ground - r * 2.05), seat], [head, (head[0] - size * 0.03, head[1] - r * 0.4)]],
        metal,
        size * 0.03,
    )
    c.line([(seat[0] - size * 0.1, seat[1]), (seat[0] + size * 0.08, seat[1])], metal, size * 0.06)
    bar = (head[0] - size * 0.03, head[1] - r * 0.4)
    c.line(
        curve(
            [bar, (bar[0] + size * 0.1, bar[1] - size * 0.02), (bar[0] + size * 0.14, bar[1] + size * 0.08)]
        ),
        metal,
        size * 0.035,
    )
    c.oval(pedal[0], pedal[1], size * 0.06, size * 0.06, metal)


def gulls(c: Canvas, count: int, top: float, bottom: float, colour: str, size: float = 14) -> None:
    for _ in range(count):
        x, y, s = (
            c.chance.uniform(60, c.width - 60),
            c.chance.uniform(top, bottom),
            size * c.chance.uniform(0.5, 1.2),
        )
        c.line(
            curve(
                [
                    (x - s, y - s * 0.2),
                    (x - s * 0.45, y - s * 0.45),
                    (x, y),
                    (x + s * 0.45, y - s * 0.45),
                    (x + s, y - s * 0.2),
                ]
            ),
            colour,
            max(1.4, s * 0.13),
        )
