# ruff: noqa: E501 (a drawing is read by its coordinates)
"""Dunes, sea and river: photos of the social network."""

from twofold.config.demo.pictures.album import SQUARE, TALL, WIDE, photo
from twofold.config.demo.pictures.canvas import Canvas, curve, mix
from twofold.config.demo.pictures.land import (
    bicycle,
    grass,
    gulls,
    houses,
    lights,
    path,
    person,
    ridge,
    sky,
    sun,
    water,
)


@photo(
    "dunes-sunset",
    "Dunes with marram grass at sunset; the sea glows orange behind them and a path of light lies on it.",
)
def dunes_sunset(c: Canvas) -> None:
    sky(c, ("#3c3a6e", "#a4567e", "#f08a5d", "#ffd08a"), 430, 0.07)
    sun(c, 800, 400, 44)
    water(c, 425, ("#c76a62", "#6d4a72"), bottom=540)
    path(c, 800, 428, 540, "#ffdf9e", 0.1)
    ridge(c, 530, 60, ("#8c5561", "#5d3c57"), seed=1, blur=1)
    tops = ridge(c, 620, 120, ("#d98f5d", "#8a5058", "#4a3048"), scale=420, seed=2)
    grass(c, tops, "#5a3a4a", 320, 34)
    near = ridge(c, 770, 190, ("#b87350", "#5e3546", "#2b1b2e"), scale=520, seed=5)
    grass(c, near, "#2a1a2a", 520, 60, 2)
    gulls(c, 6, 90, 260, "#3b2c4e", 16)


@photo(
    "bikes-dunes",
    "Five bicycles lean against a wooden fence on a sandy path; the dunes and a pale evening sky are behind them.",
)
def bikes_dunes(c: Canvas) -> None:
    sky(c, ("#86a8c9", "#d5d3c4", "#f6dcae"), 420)
    ridge(c, 430, 90, ("#a9a57f", "#7f8467"), seed=1, blur=1)
    tops = ridge(c, 520, 120, ("#d8c08e", "#b09066"), scale=400, seed=3)
    grass(c, tops, "#6d7450", 420, 36)
    c.shape([(0, 800), (0, 640), (1200, 600), (1200, 800)], ("#e6cf9f", "#c5a573"))
    c.mottle(0.06, 40, (0, 600, 1200, 800), stretch=5)
    posts = [[(x, 650 - x * 0.02), (x + 4, 500 - x * 0.02)] for x in range(60, 1200, 150)]
    c.lines(posts, "#6b5440", 13)
    c.lines([[(0, 540), (1200, 516)], [(0, 590), (1200, 566)]], "#7d644b", 8)
    for number, frame in enumerate(("#c6452f", "#2f6f86", "#e3a52e", "#4f7a4a", "#7c4a86")):
        x = 150 + number * 225
        c.oval(x, 705, 120, 9, "#8a6a45", blur=6, opacity=0.6)
        bicycle(c, x, 705 - number * 5, 150, frame)


@photo(
    "slipway",
    "A stone slipway runs into flat grey water at sunrise; nine bathing caps are in it and a row of towels lies on the wall.",
)
def slipway(c: Canvas) -> None:
    sky(c, ("#7f97b5", "#c9bfc4", "#f5cfb5"), 330)
    ridge(c, 335, 26, "#6f7f8c", scale=200, seed=4, blur=1.5)
    water(c, 330, ("#d9c3bb", "#93a3b0", "#5b7181"))
    path(c, 860, 334, 600, "#fff0d8", 0.07)
    for number in range(9):
        x, y = 420 + (number * 137) % 640, 420 + (number * 61) % 150
        c.oval(x, y + 10, 30, 5, "#e9e4df", opacity=0.5, blur=1)
        c.oval(x, y, 13, 14, "#b07a5a" if number % 3 else "#6d4530")
        c.oval(x, y - 7, 14, 10, ("#e4572e", "#17bebb", "#ffc914", "#f28ab2")[number % 4])
    c.shape([(0, 800), (0, 520), (330, 470), (700, 800)], ("#8d8478", "#55504b"))
    c.mottle(0.1, 24, (0, 470, 700, 800))
    c.lines([[(20 + k * 55, 520 - k * 8), (90 + k * 88, 800)] for k in range(6)], "#4a4541", 2, opacity=0.6)
    for number, colour in enumerate(("#f4f1ea", "#d8573c", "#3f7f93", "#efb73e")):
        c.box(
            30 + number * 62,
            500 - number * 9,
            80 + number * 62,
            540 - number * 9,
            (mix(colour, "#ffffff", 0.3), colour),
            radius=6,
        )


@photo("sea-morning", "A seal's round head looks out of calm blue water early in the morning.", SQUARE)
def sea_morning(c: Canvas) -> None:
    sky(c, ("#a9c6d8", "#f3dfce"), 300)
    water(c, 300, ("#b7cbd2", "#5f8fa3", "#2f5d74"))
    path(c, 300, 304, 800, "#fdf3df", 0.1)
    for number in range(5):
        c.oval(560, 640, 150 + number * 62, 26 + number * 13, "#dcebee", opacity=0.10)
    c.blob([(470, 640), (478, 540), (530, 470), (600, 470), (648, 540), (660, 640)], ("#7b7468", "#4a4640"))
    c.oval(565, 640, 98, 18, "#2f4f60", opacity=0.75, blur=3)
    c.oval(528, 530, 12, 14, "#14110f")
    c.oval(606, 530, 12, 14, "#14110f")
    c.ovals([(532, 525, 3.5), (610, 525, 3.5)], "#ffffff")
    c.blob([(545, 560), (567, 549), (590, 560), (567, 578)], "#2a2622")
    c.lines(
        [[(540, 574), (470, 560 + k * 11)] for k in range(3)]
        + [[(594, 574), (664, 560 + k * 11)] for k in range(3)],
        "#e9e2d6",
        1.4,
        opacity=0.7,
    )
    c.ovals([(500 + k * 22, 590 + (k % 2) * 12, 4) for k in range(7)], "#3a362f", opacity=0.6)


@photo(
    "lighthouse", "A white lighthouse with one red band at dusk; its beam reaches out over a dark sea.", TALL
)
def lighthouse(c: Canvas) -> None:
    sky(c, ("#141c3a", "#39406e", "#b06a7a", "#f0ab7c"), 800, 0.08)
    c.shape([(470, 300), (900, 180), (900, 330)], "#ffedb8", blur=16, opacity=0.35)
    c.shape([(470, 300), (0, 230), (0, 310)], "#ffedb8", blur=16, opacity=0.2)
    water(c, 800, ("#7c5a6c", "#2a2d4d", "#141a33"))
    c.blob([(120, 900), (260, 790), (480, 760), (700, 800), (820, 900), (460, 960)], ("#3d3640", "#17151f"))
    c.shape([(410, 800), (432, 350), (512, 350), (534, 800)], ("#f2eee6", "#c9bfc0"))
    c.shape([(472, 800), (472, 350), (512, 350), (534, 800)], "#8c8497", opacity=0.4)
    c.shape([(421, 580), (426, 470), (518, 470), (523, 580)], "#b8372f")
    c.box(418, 330, 526, 352, "#2d2a35", radius=3)
    c.box(440, 270, 504, 332, ("#fff3c2", "#ffd166"))
    c.shape([(428, 270), (472, 228), (516, 270)], "#b8372f")
    c.glow(472, 300, 190, "#ffe6a0", 0.9)
    c.ovals(
        [(c.chance.uniform(0, 900), c.chance.uniform(0, 300), c.chance.uniform(0.6, 1.6)) for _ in range(60)],
        "#fff8e6",
        opacity=0.8,
    )


def _mist(c: Canvas) -> None:
    """Warm paper with fog on it."""
    c.wash("#f3ead8", "#e6dac3")
    c.mottle(0.04, 200)
    for number in range(6):
        c.blob(
            [
                (0, 330 + number * 70),
                (400, 300 + number * 78),
                (800, 350 + number * 70),
                (1200, 310 + number * 74),
                (1200, 420 + number * 70),
                (0, 430 + number * 70),
            ],
            "#b9b2a4",
            blur=26,
            opacity=0.16,
        )


@photo(
    "ferry-fog",
    "Ink drawing on warm paper: a small ferry in fog, one gull above it, a figure asleep on the rail.",
    WIDE,
    7,
    0.1,
)
def ferry_fog(c: Canvas) -> None:
    _mist(c)
    ink = "#2b2a30"
    hull = [(330, 520), (360, 600), (860, 600), (905, 505)]
    c.shape(hull, "#6d7682", opacity=0.5, blur=3)
    c.line([*hull, hull[0]], ink, 3.2)
    c.lines(
        [
            [(420, 520), (420, 430), (700, 430), (700, 518)],
            [(440, 430), (440, 380), (560, 380), (560, 430)],
            [(620, 430), (622, 340), (650, 340), (652, 430)],
        ],
        ink,
        3,
    )
    c.lines(
        [
            [
                (440 + k * 44, 455),
                (462 + k * 44, 455),
                (462 + k * 44, 485),
                (440 + k * 44, 485),
                (440 + k * 44, 455),
            ]
            for k in range(6)
        ],
        ink,
        2,
    )
    c.line(curve([(636, 335), (650, 290), (700, 270), (730, 225), (800, 215)]), ink, 2.4, opacity=0.7)
    c.lines(
        [
            curve(
                [
                    (200 + k * 90, 625 + (k % 3) * 22),
                    (245 + k * 90, 615 + (k % 3) * 22),
                    (290 + k * 90, 628 + (k % 3) * 22),
                ]
            )
            for k in range(9)
        ],
        ink,
        2,
        opacity=0.7,
    )
    c.line(curve([(800, 470), (790, 500), (815, 515), (850, 512)]), ink, 4)
    c.oval(796, 462, 13, 13, ink)
    gulls(c, 1, 150, 200, ink, 34)
    c.write(1050, 730, "424", 22, "#8a7f6c")


@photo(
    "harbour-night",
    "The harbour at night: gabled houses with lit windows and a row of lamps whose light runs down into black water.",
)
def harbour_night(c: Canvas) -> None:
    sky(c, ("#0b1026", "#1b2350", "#4a3f72"), 470, 0.1)
    c.ovals(
        [
            (c.chance.uniform(0, 1200), c.chance.uniform(0, 240), c.chance.uniform(0.5, 1.5))
            for _ in range(90)
        ],
        "#fff6dd",
        opacity=0.8,
    )
    houses(c, 470, 110, 220, "#2a2744", "#ffcf7a")
    water(c, 470, ("#1d2145", "#0c1024"))
    c.box(0, 464, 1200, 480, "#14142a")
    lights(c, 448, 8, ("#ffcf7a", "#ffb35c", "#ffe3ae"), 260)
    c.blob([(200, 640), (330, 655), (470, 636), (440, 672), (240, 676)], "#15132b")
    c.lines([[(330, 640), (334, 520)], [(334, 524), (430, 636)]], "#191730", 4)


@photo("heron", "A grey heron stands on one leg on top of a round no-stopping sign beside a sluice.", TALL)
def heron(c: Canvas) -> None:
    sky(c, ("#b7cddb", "#eef0e6"), 760, 0.05)
    ridge(c, 770, 40, "#8fa38a", scale=220, seed=3, blur=3)
    water(c, 800, ("#b6c8c4", "#6b8c8e"))
    c.box(0, 940, 900, 1120, ("#8c8780", "#5e5a56"))
    c.mottle(0.09, 22, (0, 940, 900, 1120))
    c.box(440, 690, 458, 1000, ("#9aa0a6", "#6b7076"))
    c.oval(449, 640, 92, 92, "#c53a31")
    c.oval(449, 640, 70, 70, "#2d5aa0")
    c.lines([[(398, 589), (500, 691)], [(500, 589), (398, 691)]], "#c53a31", 16)
    grey, dark = "#7d8a99", "#3b4550"
    c.line([(455, 552), (452, 440)], "#5c5648", 7)
    c.line(curve([(470, 445), (490, 490), (470, 500)]), "#5c5648", 6)
    c.blob(
        [(390, 430), (420, 350), (500, 320), (560, 350), (640, 450), (540, 440), (460, 455)],
        (mix(grey, "#ffffff", 0.25), grey, dark),
    )
    c.line(curve([(430, 370), (380, 320), (420, 260), (390, 200)]), "#d9dfe3", 24)
    c.oval(388, 190, 26, 20, "#e8ecee")
    c.shape([(370, 182), (272, 202), (368, 202)], "#e2a23a")
    c.line(curve([(392, 178), (440, 184), (480, 210)]), dark, 7)
    c.oval(380, 187, 4.5, 4.5, "#1a1a1a")


@photo(
    "fishing",
    "A thermos, a fishing rod on a forked stick and an empty bucket on a jetty over still green water.",
)
def fishing(c: Canvas) -> None:
    sky(c, ("#cfe0d8", "#f3edd6"), 260)
    ridge(c, 280, 70, ("#7f9c7c", "#5c7f68"), scale=140, seed=2, blur=2)
    water(c, 300, ("#a9c4ab", "#5f8a7c", "#37635f"))
    c.shape([(0, 800), (0, 590), (760, 560), (980, 800)], ("#a07f5c", "#6b5138"))
    c.lines([[(0, 620 + k * 46), (790 + k * 44, 590 + k * 48)] for k in range(5)], "#4b3826", 3)
    c.line([(640, 690), (1130, 250)], "#3d2a1b", 6)
    c.line(curve([(1130, 250), (1150, 400), (1110, 520)]), "#f2f2ea", 1.5)
    c.oval(1110, 524, 8, 11, "#d8432f")
    c.oval(1110, 534, 46, 6, "#e6f0e4", opacity=0.35)
    c.lines([[(700, 720), (712, 610)], [(712, 628), (730, 596)], [(712, 628), (694, 598)]], "#5a422c", 8)
    c.box(300, 480, 372, 680, ("#3f7f93", "#28566a"), radius=14)
    c.box(308, 440, 364, 488, ("#d9dde0", "#9aa3a8"), radius=8)
    c.shape([(450, 560), (590, 560), (572, 700), (468, 700)], ("#c2c8ca", "#7f888c"))
    c.oval(520, 562, 70, 16, "#5b6468")
    c.line(curve([(452, 565), (520, 470), (588, 565)]), "#7b8488", 4)


@photo(
    "van",
    "A white van with its rear doors open on a sandy lot; inside are a folded blanket, a glove, a thermos and half a cake.",
)
def van(c: Canvas) -> None:
    sky(c, ("#f2b880", "#f7d9ac"), 360)
    tops = ridge(c, 400, 80, ("#b98b5e", "#8f6a4a"), scale=300, seed=6)
    grass(c, tops, "#6a5238", 240, 30)
    c.wash("#e2c48f", "#bf9a68", box=(0, 520, 1200, 800))
    c.mottle(0.06, 30, (0, 520, 1200, 800), stretch=4)
    c.oval(600, 700, 420, 36, "#7a5c3c", blur=14, opacity=0.6)
    c.box(290, 170, 910, 680, ("#fbf8f2", "#d6cfc4"), radius=50)
    c.box(350, 240, 850, 600, ("#3c3836", "#57504a"), radius=18)
    c.box(350, 520, 850, 606, ("#8a6a4c", "#6d5239"))
    for left, far in ((180, 348), (852, 1020)):
        c.box(left, 210, far, 650, ("#f4efe6", "#cfc7ba"), radius=22)
        c.box(left + 28, 250, far - 28, 400, ("#9fb9c6", "#d9e4e4"), radius=12)
    c.blob([(380, 540), (420, 470), (560, 462), (600, 540)], ("#7a9a6a", "#55744e"))
    c.lines([[(400, 500), (590, 494)], [(392, 520), (596, 516)]], "#e9dcb4", 5)
    c.box(640, 430, 676, 545, ("#3f7fb3", "#275a86"), radius=8)
    c.box(644, 408, 672, 436, "#c7cdd2", radius=5)
    c.shape([(710, 545), (710, 500), (800, 484), (800, 545)], ("#f6dd83", "#d8a64a"))
    c.shape([(710, 500), (800, 484), (800, 496), (710, 512)], "#fffbe8")
    c.blob([(470, 570), (500, 548), (548, 552), (556, 574), (510, 584)], "#3f8a56")
    c.ovals([(372, 690, 48), (828, 690, 48)], "#2b2a2a")
    c.box(290, 640, 910, 690, ("#8f8a84", "#6b6763"), radius=10)
    c.ovals([(322, 610, 16), (878, 610, 16)], "#c8452f")


@photo(
    "kite",
    "A red kite with a long yellow tail is caught in the top of a bare tree against a windy sky.",
    TALL,
)
def kite(c: Canvas) -> None:
    sky(c, ("#5f9ac4", "#bcdbe6", "#f4efdf"), 1120, 0.12)
    c.lines([curve([(450, 1120), (440, 900), (470, 700), (450, 560)])], "#4a3a31", 44)
    branches = []
    for _ in range(70):
        x, y = 455 + c.chance.uniform(-10, 10), c.chance.uniform(480, 860)
        angle, reach = c.chance.choice((-1, 1)), c.chance.uniform(80, 290)
        branches.append(
            curve([(x, y), (x + angle * reach * 0.5, y - reach * 0.5), (x + angle * reach * 0.85, y - reach)])
        )
    c.lines(branches, "#54433a", 5)
    twigs = [
        curve(
            [
                b[-4],
                (b[-1][0] + c.chance.uniform(-30, 30), b[-1][1] - 30),
                (b[-1][0] + c.chance.uniform(-50, 50), b[-1][1] - 60),
            ]
        )
        for b in branches
        for _ in range(3)
    ]
    c.lines(twigs, "#6a574c", 2)
    c.shape([(560, 180), (690, 300), (590, 470), (470, 330)], ("#e2503a", "#b2322f"))
    c.shape([(560, 180), (690, 300), (580, 320)], "#f28a5a")
    c.lines([[(560, 180), (590, 470)], [(470, 330), (690, 300)]], "#7a2320", 4)
    tail = curve([(590, 470), (640, 560), (560, 620), (640, 700), (590, 780)])
    c.line(tail, "#f0c23c", 4)
    for x, y in tail[6::8]:
        c.shape([(x - 20, y - 12), (x, y), (x - 20, y + 12)], "#f0c23c")
        c.shape([(x + 20, y - 12), (x, y), (x + 20, y + 12)], "#f6da7a")


@photo(
    "dusk",
    "The blue minutes after sunset: a slipway, still water, the first lamp just lit on the far side.",
    WIDE,
    6,
    0.24,
)
def dusk(c: Canvas) -> None:
    sky(c, ("#16254d", "#33528a", "#7d8fb8", "#d7b0a6"), 420, 0.06)
    ridge(c, 425, 34, "#1c2b4c", scale=160, seed=8, blur=1)
    water(c, 420, ("#8f96b0", "#3b5688", "#14244a"))
    lights(c, 408, 1, ("#ffd591",), 240)
    c.shape([(0, 800), (0, 640), (420, 560), (900, 800)], ("#27345a", "#10172f"))
    person(c, 210, 640, 150, "#131a33", "#2a2f4a")


@photo(
    "cricket", "A tennis ball floats beside a cormorant on a mooring post; cricket stumps stand on the quay."
)
def cricket(c: Canvas) -> None:
    sky(c, ("#8fc1d4", "#e4ead8"), 300)
    houses(c, 330, 60, 120, "#9a7f7a", "#f5ead2")
    water(c, 330, ("#9fc0c4", "#4f8391"))
    c.shape([(0, 800), (0, 600), (1200, 560), (1200, 800)], ("#b7aea1", "#857d73"))
    c.mottle(0.08, 26, (0, 560, 1200, 800))
    c.lines([[(x, 690), (x + 4, 510)] for x in (300, 336, 372)], "#d9b376", 11)
    c.lines([[(304, 508), (338, 506)], [(342, 506), (376, 504)]], "#a9793f", 7)
    c.box(820, 330, 870, 600, ("#6b543f", "#43352a"), radius=8)
    c.blob([(806, 330), (812, 240), (842, 190), (880, 230), (892, 330), (850, 350)], ("#2f3a3d", "#12181a"))
    c.line(curve([(842, 220), (828, 170), (852, 130), (846, 108)]), "#1a2224", 20)
    c.line([(848, 104), (906, 96)], "#d8a23f", 8)
    c.blob([(800, 260), (730, 220), (744, 300), (790, 326)], "#1d2628")
    c.blob([(886, 250), (960, 214), (946, 300), (900, 330)], "#1d2628")
    c.oval(980, 470, 26, 24, "#d8dd4a")
    c.line(curve([(958, 462), (980, 476), (1002, 462)]), "#f7f8dc", 3)
    c.oval(980, 492, 44, 7, "#dfeceb", opacity=0.5)
