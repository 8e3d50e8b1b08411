# ruff: noqa: E501 (a drawing is read by its coordinates)
"""Charts and slides of the professional network: sober, labelled, each saying one thing."""

import math

from twofold.config.demo.pictures.album import WIDE, photo
from twofold.config.demo.pictures.canvas import Canvas, Point, curve, mix

INK, SOFT, LINE = "#20333c", "#5b7079", "#d5dddd"
TEAL, GOLD, RUST, PALE = "#1f6f78", "#d29a3a", "#b9503a", "#9fc0c0"
LEFT, TOP, RIGHT, BOTTOM = 130, 190, 1120, 680


def paper(c: Canvas, title: str, under: str) -> None:
    """A white card with its heading."""
    c.wash("#fbfaf6", "#f3f3ee")
    c.write(70, 54, title, 46, INK)
    c.write(72, 116, under, 26, SOFT)


def axes(c: Canvas, ups: list[str], acrosses: list[str]) -> None:
    """Level lines with their words on the left, and words below."""
    for number, words in enumerate(ups):
        y = BOTTOM - number * (BOTTOM - TOP) / max(1, len(ups) - 1)
        c.line([(LEFT, y), (RIGHT, y)], LINE, 2)
        c.write(LEFT - 16, y, words, 24, SOFT, "rm")
    for number, words in enumerate(acrosses):
        x = LEFT + (number + 0.5) * (RIGHT - LEFT) / len(acrosses)
        c.write(x, BOTTOM + 20, words, 24, SOFT, "ma")


def along(values: list[float], low: float, high: float) -> list[Point]:
    """Values as points between the axes."""
    step = (RIGHT - LEFT) / (len(values) - 1)
    return [
        (LEFT + k * step, BOTTOM - (v - low) / (high - low) * (BOTTOM - TOP)) for k, v in enumerate(values)
    ]


def bars(c: Canvas, rows: list[tuple[str, float, str, str]], top: float = 190) -> None:
    """Lying bars: name, share of the width, the words at the end, the colour."""
    step = (720 - top) / len(rows)
    for number, (name, share, words, colour) in enumerate(rows):
        y = top + number * step
        c.write(300, y + step * 0.36, name, 28, INK, "rm")
        c.box(
            322,
            y + step * 0.1,
            322 + share * 640,
            y + step * 0.64,
            (mix(colour, "#ffffff", 0.12), colour),
            radius=6,
        )
        c.write(340 + share * 640, y + step * 0.36, words, 28, SOFT, "lm")


@photo(
    "runtimes",
    "Bar chart, run time for a whole basin: 9 hours for the old model, 1 hour 40 for an intermediate one, 11 minutes for the new one.",
    WIDE,
    2,
    0,
)
def runtimes(c: Canvas) -> None:
    paper(c, "A whole river basin, start to finish", "Run time on one ordinary workstation")
    bars(
        c,
        [
            ("old model", 1, "9 h", PALE),
            ("without old grid", 0.185, "1 h 40", PALE),
            ("open model", 0.02, "11 min", TEAL),
        ],
        220,
    )


@photo(
    "pumpnight",
    "Line chart of a night: forecast water level in teal and measured level in gold rise together; the peaks are 3 cm apart.",
    WIDE,
    2,
    0,
)
def pumpnight(c: Canvas) -> None:
    paper(c, "Oostpolder, the night of the 3rd", "Water level below the crest, three pumps down")
    axes(c, ["-120", "-90", "-60", "-30 cm"], ["20:00", "22:00", "00:00", "02:00", "04:00", "06:00"])
    forecast = [-112 + 71 * math.exp(-(((k - 24) / 13) ** 2)) for k in range(48)]
    measured = [
        v + 3 * math.exp(-(((k - 25) / 9) ** 2)) + 1.6 * math.sin(k * 0.9) for k, v in enumerate(forecast)
    ]
    line = along(forecast, -120, -30)
    c.shape([*line, (RIGHT, BOTTOM), (LEFT, BOTTOM)], TEAL, opacity=0.1)
    c.line(line, TEAL, 6)
    c.line(along(measured, -120, -30), GOLD, 5)
    c.write(860, 218, "forecast  -41", 28, TEAL)
    c.write(860, 256, "measured  -38", 28, GOLD)


@photo(
    "seminarslide",
    "Title slide: Delta Seminar, models in the open; thin river lines run across a dark teal ground.",
    WIDE,
    3,
    0.1,
)
def seminarslide(c: Canvas) -> None:
    c.wash("#0f3d4a", "#14505a")
    for k in range(9):
        c.line(
            curve(
                [
                    (0, 520 + k * 22),
                    (300, 470 + k * 34),
                    (620, 560 + k * 16),
                    (900, 480 + k * 40),
                    (1200, 540 + k * 46),
                ]
            ),
            "#9fd0cc",
            3,
            opacity=0.5 - k * 0.04,
        )
    c.write(90, 120, "Delta Seminar", 34, "#e3b45c")
    c.write(86, 180, "Models in the open", 84, "#f5f2e8")
    c.write(90, 310, "Four talks. One hour of questions.\nThe lift works.", 34, "#cfe3e0", spacing=14)


@photo(
    "gaugemap",
    "Map of a river basin: a branching river with some two hundred dots for gauges, a few of them gold.",
    WIDE,
    2,
    0.05,
)
def gaugemap(c: Canvas) -> None:
    c.wash("#f2f1e8", "#e6eae2")
    c.mottle(0.03, 160)
    dots: list[Point] = []
    for _k in range(13):
        start = (c.chance.uniform(560, 1200), c.chance.uniform(0, 780))
        arm = curve([start, (start[0] * 0.75, 390 + (start[1] - 390) * 0.6), (330, 400), (0, 430)])
        c.line(arm, "#7fb0bd", 5 + 5 * c.chance.random(), opacity=0.85)
        dots += [
            (x + c.chance.uniform(-8, 8), y + c.chance.uniform(-8, 8))
            for x, y in arm[:: c.chance.choice((2, 3))]
            if x > 120
        ]
    c.line(curve([(420, 396), (200, 410), (0, 430)]), "#6fa3b3", 22)
    c.ovals([(x, y, 6) for x, y in dots], "#1f5562")
    c.ovals([(x, y, 9) for x, y in dots[7::23]], GOLD)
    c.box(50, 50, 470, 170, "#ffffff", radius=10, opacity=0.9)
    c.write(76, 68, "4,012 gauges", 42, INK)
    c.write(78, 122, "one hourly file", 28, SOFT)


@photo(
    "saltwedge",
    "Cross-section of a river mouth: a tongue of salt water, drawn darker, reaches upstream under the fresh water and under a small ferry.",
    WIDE,
    3,
    0.05,
)
def saltwedge(c: Canvas) -> None:
    c.wash("#e9f1f1", "#dfeaea")
    c.shape([(0, 300), (1200, 300), (1200, 640), (0, 640)], ("#a9d3d8", "#8cc0c8"))
    c.shape([*curve([(1200, 320), (900, 400), (560, 540), (300, 636)]), (1200, 640)], ("#3d7f96", "#1c4a63"))
    c.shape([(0, 800), (0, 600), (300, 640), (700, 650), (1200, 610), (1200, 800)], ("#b89a6c", "#7c6242"))
    c.shape([(640, 286), (800, 286), (780, 316), (660, 316)], RUST)
    c.box(680, 250, 760, 286, "#fbf7ee", radius=4)
    c.write(80, 360, "fresh", 38, "#1f5562")
    c.write(920, 540, "salt", 38, "#e9f4f4")
    c.write(70, 60, "The tongue under the ferry", 46, INK)


@photo(
    "alarmcard",
    "Two alarm texts, one above the other: a cryptic code struck through, and below it a plain sentence with the time left and the first step.",
    WIDE,
    2,
    0,
)
def alarmcard(c: Canvas) -> None:
    c.wash("#eef1f0", "#e2e8e7")
    c.box(90, 90, 1110, 260, "#ffffff", radius=16)
    c.write(140, 145, "P3 LVL HH DEV 2", 60, "#9aa5a8")
    c.line([(130, 178), (700, 178)], RUST, 7)
    c.box(90, 310, 1110, 710, "#ffffff", radius=16)
    c.box(90, 310, 112, 710, GOLD, radius=8)
    c.write(150, 350, "Pump 3 cannot keep up.", 58, INK)
    c.write(150, 440, "Water rises 4 cm an hour.", 44, SOFT)
    c.write(150, 505, "You have until 05:10.", 44, RUST)
    c.box(146, 590, 640, 670, TEAL, radius=12)
    c.write(180, 608, "First: open the bypass", 40, "#ffffff")


@photo(
    "riskcurve",
    "Curve of yearly damage against rarity with a wide shaded band of uncertainty that grows towards the rare end.",
    WIDE,
    2,
    0,
)
def riskcurve(c: Canvas) -> None:
    paper(c, "What we know, and how well", "Expected damage to a house, by how rare the flood is")
    axes(c, ["0", "50", "100", "150 k"], ["1/10", "1/30", "1/100", "1/300", "1/1000", "1/3000"])
    middle = [4 + 86 / (1 + math.exp(-(k - 17) / 4.2)) for k in range(36)]
    upper = along([v + 3 + k * 1.6 for k, v in enumerate(middle)], 0, 150)
    lower = along([max(0, v - 2 - k * 0.9) for k, v in enumerate(middle)], 0, 150)
    c.shape([*upper, *reversed(lower)], TEAL, opacity=0.16)
    c.line(along(middle, 0, 150), TEAL, 6)
    c.write(800, 250, "we do not know", 28, SOFT)


@photo(
    "residuals",
    "Scatter plot of errors around a zero line; a cluster of gold dots lies well below it, circled and labelled harbour.",
    WIDE,
    2,
    0,
)
def residuals(c: Canvas) -> None:
    paper(c, "Residuals by distance to water", "Price model, per house")
    axes(c, ["-40", "-20", "0", "+20", "+40"], ["0", "250", "500", "750", "1000 m"])
    zero = (TOP + BOTTOM) / 2
    c.line([(LEFT, zero), (RIGHT, zero)], INK, 3)
    c.ovals(
        [(c.chance.uniform(LEFT + 20, RIGHT), zero + c.chance.gauss(0, 58), 6) for _ in range(240)],
        TEAL,
        opacity=0.55,
    )
    c.ovals([(c.chance.gauss(270, 44), zero + 160 + c.chance.gauss(0, 22), 8) for _ in range(30)], GOLD)
    c.line([(270 + 130 * math.cos(a / 10), zero + 160 + 76 * math.sin(a / 10)) for a in range(64)], RUST, 5)
    c.write(420, zero + 146, "the harbour", 34, RUST)


@photo(
    "stockchart",
    "Stacked row of squares for 61 missing medicines: 58 teal ones were substituted, three rust ones had to wait.",
    WIDE,
    2,
    0,
)
def stockchart(c: Canvas) -> None:
    paper(c, "61 shortages, one month", "58 substituted on the day, 3 patients waited until the next")
    for k in range(61):
        x, y = 110 + (k % 13) * 76, 210 + (k // 13) * 92
        c.box(x, y, x + 62, y + 74, RUST if k >= 58 else mix(TEAL, "#ffffff", (k % 5) * 0.08), radius=10)


@photo(
    "breadchart",
    "Bar chart of a loaf of €3.20: people 1.35, flour 0.48, energy 0.41, rent 0.32, tax 0.26, left 0.21, bags and breakage 0.17.",
    WIDE,
    2,
    0,
)
def breadchart(c: Canvas) -> None:
    paper(c, "A loaf of bread, 3.20 euros", "Where it goes")
    rows = (
        ("people", 1.35),
        ("flour", 0.48),
        ("energy", 0.41),
        ("rent", 0.32),
        ("tax", 0.26),
        ("left", 0.21),
        ("bags, breakage", 0.17),
    )
    bars(
        c,
        [(name, value / 1.5, f"{value:.2f}", "#b9773a" if name != "left" else TEAL) for name, value in rows],
    )


@photo(
    "bikeledger",
    "Bar chart of a second-hand bicycle of €180: people 112, parts 31, rent 14, tax 11, tools 6, left 6.",
    WIDE,
    2,
    0,
)
def bikeledger(c: Canvas) -> None:
    paper(c, "A second-hand bicycle, 180 euros", "Where it goes")
    rows = (("people", 112), ("parts", 31), ("rent", 14), ("tax", 11), ("tools", 6), ("left", 6))
    bars(c, [(name, value / 125, str(value), "#4a6f9c" if name != "left" else RUST) for name, value in rows])


@photo(
    "tidechart",
    "Tide curve of one day with a shaded window around high water at 11:52 and six ship symbols queuing inside it.",
    WIDE,
    2,
    0,
)
def tidechart(c: Canvas) -> None:
    paper(c, "Spring tide at the lock", "High water 11:52, 3.4 m; six ships, one window")
    axes(c, ["0", "1", "2", "3", "4 m"], ["00", "04", "08", "12", "16", "20"])
    c.box(545, TOP, 700, BOTTOM, GOLD, opacity=0.22)
    tide = along([1.8 + 1.6 * math.cos((k / 4 - 11.87) / 12.42 * 2 * math.pi) for k in range(97)], 0, 4)
    c.shape([*tide, (RIGHT, BOTTOM), (LEFT, BOTTOM)], TEAL, opacity=0.16)
    c.line(tide, TEAL, 6)
    for k in range(6):
        y = 320 + k * 52
        c.shape([(570, y), (660, y), (648, y + 20), (582, y + 20)], (RUST, INK)[k % 2])
        c.box(584, y - 14, 606, y, "#ffffff")


@photo(
    "spectrogram",
    "Spectrogram of steel: dark blue with warm vertical flashes in pairs, eleven seconds apart.",
    WIDE,
    6,
    0,
)
def spectrogram(c: Canvas) -> None:
    c.wash("#0d1636", "#1b2a5a", "#27507a", "#1f7a7d")
    c.mottle(0.4, 26, stretch=3)
    for k in range(7):
        for gap in (0, 26):
            x = 110 + k * 160 + gap
            c.line([(x, 120), (x, 760)], "#ffb45c", 7, blur=3, opacity=0.9)
            c.glow(x, 520, 120, "#ffdf8a", 0.8)
    c.lines([[(110, 80), (270, 80)], [(110, 70), (110, 90)], [(270, 70), (270, 90)]], "#f4efe0", 3)
    c.write(130, 30, "11 s", 34, "#f4efe0")


@photo(
    "handover",
    "A handover card with four headings: who is this, what worries me, what did I promise, what would make me ring you.",
    WIDE,
    3,
    0.08,
)
def handover(c: Canvas) -> None:
    c.wash("#cfdcd9", "#a9c1bd")
    c.box(176, 86, 1036, 736, "#6f8a86", radius=20, blur=18, opacity=0.5)
    c.box(160, 70, 1040, 720, "#fdfcf7", radius=20)
    c.box(160, 70, 1040, 96, TEAL, radius=12)
    for k, words in enumerate(
        ("Who is this?", "What worries me?", "What did I promise?", "What would make me ring you?")
    ):
        y = 130 + k * 146
        c.write(210, y, words, 38, TEAL)
        c.lines([[(210, y + 74), (990, y + 74)], [(210, y + 108), (990 - k * 90, y + 108)]], "#d8dfdc", 3)


@photo(
    "craneangle",
    "Chalkboard drawing of a harbour crane, a pupil with a protractor, the angle between them and the tape of 62 metres on the ground.",
    WIDE,
    7,
    0.2,
)
def craneangle(c: Canvas) -> None:
    c.wash("#264a44", "#1d3a36")
    c.mottle(0.1, 120)
    chalk = "#f1efe2"
    c.lines(
        [[(120, 680), (1080, 680)], [(180, 660), (960, 180)], [(960, 680), (960, 180)]], chalk, 5, opacity=0.9
    )
    c.lines(
        [
            [(930, 180), (700, 120)],
            [(930, 180), (1080, 230)],
            [(960, 180), (960, 100), (720, 124)],
            [(930, 680), (950, 300)],
            [(990, 680), (970, 300)],
        ],
        chalk,
        4,
        opacity=0.8,
    )
    c.line([(180 + 120 * math.cos(-a / 18), 668 - 120 * math.sin(a / 18)) for a in range(11)], GOLD, 6)
    c.write(320, 590, "43°", 50, GOLD)
    c.write(520, 700, "62 m", 44, chalk)
    c.write(985, 420, "58.4 ?", 44, "#ffb9a0")
