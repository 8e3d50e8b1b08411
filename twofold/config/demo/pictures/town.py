# ruff: noqa: E501 (a drawing is read by its coordinates)
# fmt: off
"""Streets, stages, gardens and the harbour: photos of both networks."""

import math

from twofold.config.demo.pictures.album import SQUARE, TALL, WIDE, photo
from twofold.config.demo.pictures.canvas import Canvas, curve, mix
from twofold.config.demo.pictures.land import (
    crane,
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


@photo("allotment", "Allotment beds in rows with bean poles, pumpkins and a small green shed under a bright sky.")
def allotment(c: Canvas) -> None:
    sky(c, ("#7fb2d6", "#dfeadb"), 300)
    ridge(c, 310, 60, ("#86a86f", "#5f8a5a"), scale=160, blur=1)
    c.wash("#7d9c56", "#4f6d3a", box=(0, 300, 1200, 800))
    for k in range(5):
        top, bottom = 330 + k * 92, 392 + k * 100
        c.shape([(60 - k * 30, bottom), (120 - k * 16, top), (1080 + k * 20, top), (1150 + k * 30, bottom)], ("#7a5638", "#4f3623"))
        for j in range(16 - k):
            x, y, size = 140 + j * (62 + k * 7), (top + bottom) / 2, 16 + k * 5
            tone = ("#3f8a44", "#6fae4d", "#b8403a", "#8bbf5a", "#e08a2c")[(k * 3 + j // 5) % 5]
            c.blob([(x - size, y), (x - size * 0.4, y - size), (x + size * 0.5, y - size * 0.9), (x + size, y), (x, y + size * 0.4)], (mix(tone, "#ffffff", 0.2), tone))
    for x in range(720, 1010, 48):
        c.lines([[(x, 420), (x + 20, 190)], [(x + 44, 420), (x + 20, 190)]], "#8a6a44", 6)
        c.ovals([(x + 8 + (j % 3) * 14, 230 + j * 22, 13) for j in range(8)], "#3f8f3f")
    c.box(150, 190, 330, 350, ("#4f8f7a", "#33695a"))
    c.shape([(130, 196), (240, 120), (350, 196)], "#7a3d30")
    c.box(215, 250, 275, 350, "#264f45")
    c.oval(1010, 730, 70, 46, ("#f09a3a", "#b8561d"))
    c.oval(900, 752, 48, 32, ("#f4ac4c", "#c2631f"))


@photo("birthday", "Violet and gold balloons crowd a hallway ceiling; a cake with many small candles stands on a chest.")
def birthday(c: Canvas) -> None:
    c.wash("#f0d7c0", "#d9a98c")
    c.mottle(0.05, 200)
    c.box(0, 640, 1200, 800, ("#8a5a44", "#5f3a2c"))
    for _ in range(26):
        x, y, r = c.chance.uniform(40, 1160), c.chance.uniform(30, 260), c.chance.uniform(52, 82)
        tone = c.chance.choice(("#7b4fc9", "#e0a62e", "#a685e0", "#f4cf6b", "#5a34a0"))
        c.line(curve([(x, y + r), (x + 12, y + r + 90), (x - 8, y + r + 200)]), "#fff6e6", 2, opacity=0.7)
        c.oval(x, y, r * 0.9, r, (mix(tone, "#ffffff", 0.3), tone, mix(tone, "#000000", 0.25)))
        c.oval(x - r * 0.3, y - r * 0.4, r * 0.18, r * 0.24, "#ffffff", opacity=0.6, blur=3)
    c.box(360, 580, 840, 800, ("#7a4a34", "#4f2c20"), radius=8)
    c.box(430, 470, 770, 590, ("#fff6e8", "#ecd3b8"), radius=20)
    c.line(curve([(432, 520), (500, 548), (570, 518), (640, 548), (700, 520), (768, 540)]), "#7b4fc9", 15)
    for k in range(20):
        x = 450 + k * 16
        c.line([(x, 470), (x, 438)], ("#e0a62e", "#7b4fc9", "#ffffff")[k % 3], 5)
        c.glow(x, 428, 34, "#ffdf8a", 0.8)
        c.oval(x, 428, 3.5, 7, "#fff4c4")


@photo("choir", "A choir of seventy seen from the back of an old hall, lit by candles; the conductor's arms are raised.", WIDE, 7, 0.35)
def choir(c: Canvas) -> None:
    c.wash("#2b1a24", "#6b3a2c", "#3a2019")
    c.mottle(0.16, 140)
    for k in range(7):
        c.line([(k * 200, 0), (k * 200 + 60, 330)], "#1c1117", 26, opacity=0.6)
    for row in range(5):
        for k in range(17):
            x, y = 120 + k * 60 + (row % 2) * 30, 420 - row * 46
            skin = c.chance.choice(("#e6ba94", "#ad784e", "#5e3b29", "#cd9a6c", "#f2d0b8"))
            c.blob([(x - 28, y + 74), (x - 22, y + 22), (x, y + 14), (x + 22, y + 22), (x + 28, y + 74)], ("#26202c", "#120f16"))
            c.oval(x, y, 15, 18, (skin, mix(skin, "#000000", 0.3)))
            c.oval(x, y + 7, 4, 5, "#3a1416")
            c.shape([(x - 14, y + 44), (x + 14, y + 44), (x + 14, y + 62), (x - 14, y + 62)], "#efe6d2")
    for k in range(12):
        x = 70 + k * 96
        c.box(x - 5, 520, x + 5, 560, "#f4e8cc")
        c.glow(x, 508, 130, "#ffb65c", 0.75)
        c.oval(x, 510, 4, 9, "#fff3c4")
    c.wash("#24140f", "#160c0a", box=(0, 560, 1200, 800))
    person(c, 600, 760, 330, "#141018", "#7a4a30", arms="up")


@photo("choir-poster", "Concert poster: Songs for a rising tide, Harbour Choir, seventy voices; five waves made of stave lines.", TALL, 4, 0.1)
def choir_poster(c: Canvas) -> None:
    c.wash("#f6e6c8", "#f2b38a")
    for k in range(5):
        c.line(curve([(0, 620 + k * 62), (220, 560 + k * 66), (460, 650 + k * 58), (700, 580 + k * 66), (900, 640 + k * 60)]), ("#23405f", "#2f6f86", "#d1495b", "#2f6f86", "#23405f")[k], 14)
    for k, (x, y) in enumerate(((190, 590), (380, 690), (520, 650), (690, 720))):
        c.oval(x, y, 34, 26, "#23405f")
        c.line([(x + 31, y), (x + 31, y - 150 - k * 12)], "#23405f", 9)
    c.write(70, 90, "Songs for a", 86, "#23405f")
    c.write(70, 180, "rising tide", 122, "#d1495b")
    c.write(76, 340, "Harbour Choir", 46, "#23405f")
    c.write(76, 400, "seventy voices, two pianos", 34, "#23405f")
    c.write(76, 1010, "the old fish hall  20:00", 40, "#23405f")


@photo("cat-bridge", "Before dawn in fog: a large grey cat with one white sock sits on the joint line of an open road bridge, looking up.", WIDE, 8, 0.3)
def cat_bridge(c: Canvas) -> None:
    c.wash("#38465c", "#7d8794", "#a6a8a6")
    c.shape([(0, 800), (420, 330), (780, 330), (1200, 800)], ("#6d7175", "#3f4347"))
    c.lines([[(420, 330), (0, 800)], [(780, 330), (1200, 800)]], "#2a3038", 14)
    c.line([(150, 640), (1050, 640)], "#20242a", 12)
    c.lines([[(600, 340 + k * 60), (600, 366 + k * 62)] for k in range(7)], "#e9e4d4", 12, opacity=0.7)
    for x, y, r in ((250, 300, 170), (950, 300, 170), (380, 260, 100), (820, 260, 100)):
        c.line([(x, 420), (x, y)], "#2a3340", 7)
        c.glow(x, y, r, "#ffd79a", 0.9)
    c.blob([(530, 650), (520, 540), (560, 470), (640, 470), (684, 540), (680, 650), (604, 670)], ("#76808d", "#434b57"))
    c.oval(600, 440, 58, 50, ("#87909c", "#565f6c"))
    for side in (-1, 1):
        c.shape([(600 + side * 20, 404), (600 + side * 52, 350), (600 + side * 56, 424)], "#5d6673")
        c.oval(600 + side * 22, 436, 10, 12, "#f2d25a")
        c.oval(600 + side * 22, 436, 3, 10, "#15181d")
    c.line(curve([(676, 640), (760, 650), (800, 600), (780, 560)]), "#4d5561", 22)
    c.line([(570, 590), (566, 655)], "#5d6673", 26)
    c.line([(632, 590), (638, 655)], "#5d6673", 26)
    c.line([(566, 636), (564, 660)], "#f6f3ec", 27)
    for _ in range(5):
        at = c.chance.uniform(320, 720)
        c.blob([(0, at), (400, at - 40), (900, at + 10), (1200, at - 30), (1200, at + 70), (500, at + 80), (0, at + 90)], "#c3c8c8", blur=34, opacity=0.22)


def _ink_cat(c: Canvas, x: float, y: float, s: float, ink: str) -> None:
    c.blob([(x - s, y + s * 1.5), (x - s * 0.9, y + s * 0.5), (x, y), (x + s * 0.9, y + s * 0.5), (x + s, y + s * 1.5), (x, y + s * 1.7)], "#9aa3ae")
    c.oval(x, y - s * 0.2, s * 0.72, s * 0.62, "#a9b2bc")
    for side in (-1, 1):
        c.shape([(x + side * s * 0.2, y - s * 0.7), (x + side * s * 0.66, y - s * 1.25), (x + side * s * 0.7, y - s * 0.4)], "#8a949f")
        c.oval(x + side * s * 0.27, y - s * 0.25, s * 0.11, s * 0.13, ink)
    c.line(curve([(x - s * 0.12, y + s * 0.08), (x, y + s * 0.16), (x + s * 0.12, y + s * 0.08)]), ink, max(3, s * 0.04))
    c.line([(x - s * 0.3, y + s * 1.1), (x - s * 0.32, y + s * 1.58)], "#ffffff", s * 0.3)


@photo("cat-poster", "Hand-drawn poster with the word MISSING and a large grey cat with one white sock, front left.", TALL, 5, 0.1)
def cat_poster(c: Canvas) -> None:
    c.wash("#fdf8ea", "#f3e9d0")
    c.box(50, 50, 850, 1070, "#fffdf5", radius=10)
    c.write(450, 140, "MISSING", 120, "#c8402f", "mm")
    _ink_cat(c, 450, 480, 190, "#1d2026")
    c.write(450, 890, "ADMIRAAL", 76, "#1d2026", "mm")
    c.write(450, 960, "grey, large, one white sock", 40, "#4a4f57", "mm")
    c.write(450, 1016, "looks as if you owed him rent", 32, "#7a7f86", "mm")


@photo("cat-drawing", "Ink and wash drawing: a cat with a small crown sits on a bridge; a man with a large nose looks from the bridge tower.", WIDE, 7, 0.1)
def cat_drawing(c: Canvas) -> None:
    c.wash("#f5edda", "#e9dcc0")
    c.mottle(0.04, 200)
    ink = "#26262c"
    c.shape([(0, 520), (1200, 500), (1200, 560), (0, 580)], "#8fa3b0", blur=3, opacity=0.5)
    c.lines([[(0, 520), (1200, 500)], [(0, 580), (1200, 560)]], ink, 4)
    c.lines([[(k * 80, 518 - k * 1.4), (k * 80, 400 - k * 1.4)] for k in range(9)], ink, 3)
    c.line([(0, 402), (650, 390)], ink, 3)
    c.box(860, 160, 1040, 510, "#d9b98a", opacity=0.6, blur=2)
    c.lines([[(860, 510), (860, 160), (1040, 160), (1040, 505)], [(840, 164), (950, 90), (1060, 164)], [(890, 220), (1010, 220), (1010, 320), (890, 320), (890, 220)]], ink, 4)
    c.oval(940, 268, 30, 34, "#e3b691")
    c.oval(905, 276, 22, 14, "#dca07a")
    _ink_cat(c, 440, 430, 66, ink)
    c.shape([(404, 360), (398, 312), (424, 338), (440, 304), (458, 338), (482, 312), (476, 360)], "#e3b12f")
    c.lines([curve([(k * 110, 680 + (k % 2) * 30), (k * 110 + 50, 668 + (k % 2) * 30), (k * 110 + 100, 684 + (k % 2) * 30)]) for k in range(11)], ink, 2.4, opacity=0.6)
    c.write(60, 735, "412  The Admiral Inspects the Works", 30, "#5b564c")


@photo("harbour-old", "Old sepia photograph of a harbour with a steam coaster; a boy sits on the left bollard beside a tall figure in trousers.", WIDE, 11, 0.4)
def harbour_old(c: Canvas) -> None:
    sky(c, ("#b79d74", "#e2cfa6"), 380, 0.08)
    houses(c, 390, 70, 140, "#8d734f", "#cdb588")
    water(c, 388, ("#c2a97c", "#7d6544"))
    ship(c, 760, 470, 520, "#4a3a26", "#d9c59b", "#6b5233")
    c.lines([[(640, 430), (640, 250)], [(880, 430), (880, 290)]], "#4a3a26", 6)
    c.blob([(560, 350), (480, 280), (360, 250), (300, 200), (400, 220), (540, 270)], "#8d7654", blur=18, opacity=0.6)
    c.shape([(0, 800), (0, 600), (1200, 640), (1200, 800)], ("#8f774f", "#54422a"))
    for x in (240, 520):
        c.box(x - 26, 560, x + 26, 660, ("#3d3020", "#2a2116"), radius=8)
        c.oval(x, 560, 36, 13, "#463824")
    c.line([(230, 560), (214, 636)], "#2c2318", 16)
    c.blob([(214, 560), (220, 500), (240, 490), (262, 500), (266, 562)], "#5c4a30")
    c.oval(240, 472, 17, 19, "#c9ae80")
    person(c, 340, 672, 240, "#41341f", "#c2a878")
    c.box(0, 0, 1200, 18, "#efe2c2")
    c.box(0, 782, 1200, 800, "#efe2c2")
    c.box(0, 0, 18, 800, "#efe2c2")
    c.box(1182, 0, 1200, 800, "#efe2c2")


@photo("bollards", "Three harbour bollards on a wet quay wear knitted hats in bright stripes, each with a bobble.")
def bollards(c: Canvas) -> None:
    sky(c, ("#9fb3c4", "#d9dcd6"), 300)
    water(c, 300, ("#a7bac0", "#5f7b88"))
    c.shape([(0, 800), (0, 470), (1200, 450), (1200, 800)], ("#8c8a88", "#55524f"))
    c.mottle(0.1, 30, (0, 450, 1200, 800), stretch=3)
    for x, tones in ((250, ("#e4572e", "#f7e6c4")), (600, ("#2a7fba", "#ffd166")), (950, ("#7b4fc9", "#9be3c0"))):
        c.oval(x, 700, 130, 22, "#2b2a2a", blur=8, opacity=0.6)
        c.box(x - 80, 440, x + 80, 700, ("#4a4f56", "#24272c"), radius=26)
        for k in range(6):
            half = 98 - k * 13 + (8 if k == 0 else 0)
            c.box(x - half, 430 - k * 34, x + half, 470 - k * 34, tones[k % 2], radius=16)
        c.lines([[(x - 84 + j * 21, 440), (x - 80 + j * 20, 466)] for j in range(9)], mix(tones[0], "#000000", 0.25), 3, opacity=0.6)
        c.ovals([(x + c.chance.uniform(-26, 26), 236 + c.chance.uniform(-24, 24), 16) for _ in range(18)], tones[1])


@photo("rain-window", "Rain on a café window; behind the drops the street lamps are soft orange and green circles.", WIDE, 6, 0.3)
def rain_window(c: Canvas) -> None:
    c.wash("#1f2a3d", "#3b4257", "#2a2733")
    for _ in range(26):
        x, y, r = c.chance.uniform(0, 1200), c.chance.uniform(120, 620), c.chance.uniform(26, 74)
        c.oval(x, y, r, r, c.chance.choice(("#ffb35c", "#ff8a5c", "#8fd3a8", "#ffe0a0", "#7fb2e0")), blur=5, opacity=0.42)
    for _ in range(190):
        x, y, r = c.chance.uniform(0, 1200), c.chance.uniform(0, 690), c.chance.uniform(2, 7.5)
        c.oval(x, y, r, r * 1.2, "#dfe9f4", opacity=0.5)
        c.oval(x - r * 0.3, y - r * 0.3, r * 0.35, r * 0.35, "#ffffff", opacity=0.9)
    c.lines([curve([(x, y), (x + 5, y + 60), (x - 3, y + 130)]) for x, y in ((c.chance.uniform(40, 1160), c.chance.uniform(0, 500)) for _ in range(22))], "#e6eef6", 3, opacity=0.35)
    c.box(0, 690, 1200, 800, ("#6b4630", "#3a2418"))
    c.box(520, 600, 640, 720, ("#f4efe4", "#cfc4b2"), radius=22)
    c.line(curve([(640, 630), (690, 630), (690, 690), (640, 696)]), "#e2d9c8", 15)
    c.lines([curve([(560 + k * 40, 590), (548 + k * 40, 550), (572 + k * 40, 510)]) for k in range(2)], "#ffffff", 9, blur=5, opacity=0.5)


@photo("stage", "A small stage: a painted full moon over a wooden lock gate, a lone figure with a lantern, red curtains at both sides.", WIDE, 6, 0.3)
def stage(c: Canvas) -> None:
    c.wash("#101735", "#29386b", "#3d3a66")
    c.ovals([(c.chance.uniform(150, 1050), c.chance.uniform(20, 300), c.chance.uniform(0.8, 2)) for _ in range(70)], "#fff6da")
    c.glow(760, 210, 330, "#fff0c0", 0.7)
    c.oval(760, 210, 84, 84, ("#fffbe6", "#f0dfae"))
    c.box(0, 600, 1200, 800, ("#6b4630", "#3a2418"))
    for k in range(5):
        c.box(420 + k * 70, 380, 482 + k * 70, 604, ("#4f3c2c", "#32251b"), radius=3)
    c.lines([[(410, 430), (770, 430)], [(410, 550), (770, 550)], [(420, 550), (760, 430)]], "#2a1e16", 15)
    person(c, 320, 640, 190, "#23202c", "#a8744e", arms="out")
    c.glow(382, 530, 140, "#ffc46b", 1)
    c.box(374, 518, 390, 544, "#ffe7a6", radius=4)
    for side in (0, 1):
        for k in range(4):
            x = k * 46 if not side else 1200 - k * 46
            c.blob([(x - 34, -20), (x + 34, -20), (x + 26, 400), (x + 36, 820), (x - 36, 820), (x - 26, 400)], ("#b3243f", "#5c0f22"))
    c.box(0, 0, 1200, 54, ("#8f1b33", "#5c0f22"))


@photo("street-party", "A long street table under bunting at dusk; chairs of every kind, lanterns, houses with lit windows.")
def street_party(c: Canvas) -> None:
    sky(c, ("#5a5aa0", "#e58f86", "#ffd9a0"), 420)
    houses(c, 520, 200, 330, "#8d5a5a", "#ffdf9a")
    c.wash("#7a6a68", "#4a4044", box=(0, 520, 1200, 800))
    for row in range(3):
        rope = curve([(-20, 120 + row * 90), (300, 200 + row * 90), (620, 130 + row * 90), (920, 205 + row * 90), (1220, 110 + row * 90)])
        c.line(rope, "#fff6e6", 2.5)
        for k, (x, y) in enumerate(rope[2::3]):
            c.shape([(x - 17, y), (x + 17, y), (x, y + 36)], ("#e4572e", "#ffd166", "#2a9d8f", "#f7f3e8", "#7b4fc9")[(k + row) % 5])
    c.shape([(120, 690), (260, 590), (960, 590), (1100, 690)], ("#fffaf0", "#e4d7c2"))
    for k in range(11):
        x = 150 + k * 92
        tone = ("#c8402f", "#2f6f86", "#e0a62e", "#4f7a4a", "#7c4a86", "#8a5a3a")[k % 6]
        c.lines([[(x - 18, 780), (x - 18, 640 + (k % 3) * 14)], [(x + 22, 780), (x + 22, 716)], [(x - 18, 716), (x + 22, 716)], [(x - 18, 660 + (k % 3) * 14), (x - 14, 660)]], tone, 8)
        c.oval(250 + k * 68, 622 + (k % 3) * 14, 20, 7, ("#e4572e", "#8fbf5a", "#ffd166")[k % 3])
    for x in (300, 520, 760, 940):
        c.glow(x, 560, 110, "#ffd58a", 0.8)
        c.box(x - 11, 545, x + 11, 590, "#fff0bf", radius=6)


@photo("cranes", "Harbour cranes and a loaded coaster in low morning sun.", WIDE, 4, 0.15)
def cranes(c: Canvas) -> None:
    sky(c, ("#8fa9b8", "#d7d6c9", "#f0d9ae"), 520)
    sun(c, 260, 430, 34)
    ridge(c, 525, 26, "#7d929b", scale=120, blur=2)
    for k in range(4):
        crane(c, 560 + k * 190, 540, 330 - k * 26, mix("#22353f", "#a9b5b4", k * 0.13), flip=k % 2 == 1)
    c.box(380, 536, 1200, 566, ("#5b666b", "#3c474c"))
    water(c, 560, ("#b9b6a4", "#5c7680", "#33505d"))
    path(c, 260, 564, 800, "#fff2d2", 0.07)
    ship(c, 760, 628, 640, "#1f3a4a", "#e4dece", "#b0603c")


@photo("fogpilot", "A very large ship's bow looms out of fog beside a red buoy.", WIDE, 6, 0.2)
def fogpilot(c: Canvas) -> None:
    c.wash("#b9c2c6", "#cfd3d1", "#a9b4b6")
    c.mottle(0.06, 220, stretch=3)
    c.shape([(430, 600), (520, 140), (1200, 90), (1200, 640)], ("#6d7f8a", "#4d5c66"), blur=5, opacity=0.85)
    c.shape([(430, 600), (520, 140), (620, 128), (560, 610)], ("#7e909b", "#5a6a74"), blur=4, opacity=0.8)
    c.box(800, 20, 1000, 110, "#8a989f", blur=8, opacity=0.7)
    water(c, 600, ("#a9b6b8", "#7d8f95"))
    c.shape([(210, 640), (236, 500), (270, 500), (296, 640)], ("#c24a38", "#8f2f25"))
    c.glow(253, 488, 90, "#ff9a7a", 0.7)
    for k in range(6):
        c.blob([(0, 420 + k * 60), (500, 390 + k * 62), (1200, 430 + k * 60), (1200, 500 + k * 60), (0, 500 + k * 60)], "#dfe3e2", blur=30, opacity=0.24)


@photo("ferry", "The bridge of a ferry: a dashboard with two round dials, a lever marked charge, and the river through wide windows.")
def ferry(c: Canvas) -> None:
    sky(c, ("#a9c3cf", "#e9e6d6"), 300)
    ridge(c, 300, 30, "#6f8a80", scale=140, blur=1.5)
    water(c, 300, ("#b9ccd0", "#5f8794"), bottom=520)
    for x in (0, 390, 790, 1180):
        c.box(x - 10, 0, x + 30, 520, ("#39454c", "#22292e"))
    c.shape([(0, 520), (1200, 520), (1200, 800), (0, 800)], ("#4a5a62", "#2a343a"))
    for x, turn in ((330, 2.4), (620, 4.2)):
        c.oval(x, 650, 104, 104, "#161c20")
        c.oval(x, 650, 92, 92, ("#f7f6ef", "#dcdcd2"))
        c.lines([[(x + 74 * math.cos(a * 0.42 + 2.3), 650 + 74 * math.sin(a * 0.42 + 2.3)), (x + 86 * math.cos(a * 0.42 + 2.3), 650 + 86 * math.sin(a * 0.42 + 2.3))] for a in range(12)], "#2a343a", 4)
        c.line([(x, 650), (x + 70 * math.cos(turn), 650 + 70 * math.sin(turn))], "#c24a38", 7)
        c.oval(x, 650, 10, 10, "#22292e")
    c.box(860, 580, 940, 740, "#1a2024", radius=16)
    c.line([(900, 700), (930, 610)], "#cfd5d6", 16)
    c.oval(934, 600, 28, 28, ("#52b788", "#2d6a4f"))
    c.write(900, 760, "CHARGE", 24, "#e4e8e6", "mm")


@photo("turbines", "View from the top of a wind turbine: a white nacelle, a rope, the sea far below with a row of turbines, and a falcon.", WIDE, 4, 0.12)
def turbines(c: Canvas) -> None:
    sky(c, ("#6f9fc0", "#cfe0e4"), 330, 0.1)
    water(c, 330, ("#a9c4cb", "#4f7f93"))
    for k in range(7):
        x, s = 120 + k * 150, 60 - abs(k - 3) * 5
        c.line([(x, 350), (x, 350 - s)], "#f4f6f5", 4)
        c.lines([[(x, 350 - s), (x + s * 0.6 * math.cos(k + j * 2.094), 350 - s + s * 0.6 * math.sin(k + j * 2.094))] for j in range(3)], "#ffffff", 3)
    c.shape([(0, 800), (0, 610), (700, 540), (1010, 600), (1080, 800)], ("#f3f5f4", "#b6c0c2"))
    c.lines([[(120, 640), (860, 575)], [(100, 720), (940, 680)]], "#9aa6a9", 4)
    c.line(curve([(240, 800), (330, 660), (460, 610), (620, 640)]), "#e0622c", 13)
    c.blob([(800, 560), (806, 480), (840, 440), (876, 480), (880, 560), (842, 590)], ("#5d6570", "#3a4049"))
    c.oval(838, 440, 28, 26, "#2f343b")
    c.shape([(812, 442), (788, 454), (814, 456)], "#e0a93a")
    c.lines([[(820, 500 + k * 18), (862, 500 + k * 18)] for k in range(4)], "#d8d2c4", 5)


@photo("bridgeopen", "A steel road bridge in morning light with a line of cyclists crossing it above calm water.", WIDE, 4, 0.14)
def bridgeopen(c: Canvas) -> None:
    sky(c, ("#9db8c6", "#e6e4d6", "#f3dcb4"), 460)
    houses(c, 470, 50, 110, "#9aa4a6", "#f6ecd2")
    water(c, 466, ("#cfd0c2", "#6f93a0", "#3f6473"))
    c.shape([(0, 380), (1200, 380), (1200, 424), (0, 424)], ("#4f6670", "#32454e"))
    for x in (240, 960):
        c.box(x - 34, 400, x + 34, 640, ("#8f9894", "#5d6866"))
    c.lines([[(240 + k * 60, 380), (270 + k * 60, 300)] for k in range(12)] + [[(300 + k * 60, 380), (270 + k * 60, 300)] for k in range(12)] + [[(270, 300), (930, 300)]], "#3a505b", 6)
    for k in range(9):
        x = 90 + k * 122
        c.lines([[(x - 15, 372), (x, 350), (x + 15, 372)]], "#1f2a30", 3)
        c.ovals([(x - 16, 370, 11), (x + 16, 370, 11)], "#1f2a30")
        c.oval(x, 344, 10, 18, ("#b9503a", "#1f6f78", "#d29a3a", "#5b3a4a")[k % 4])
        c.oval(x + 2, 321, 6.5, 7.5, ("#86573a", "#e6ba94", "#5e3b29")[k % 3])


@photo("barrier", "A red and white road barrier with a plainly written notice; behind it a closed bridge in grey light, its cycle lane open.", WIDE, 4, 0.14)
def barrier(c: Canvas) -> None:
    sky(c, ("#a9b4ba", "#d6d8d2"), 340)
    houses(c, 350, 40, 90, "#8f989a", "#e9e4d4")
    c.shape([(0, 800), (420, 350), (800, 350), (1200, 800)], ("#83878a", "#55595c"))
    c.shape([(800, 350), (860, 350), (1200, 700), (1200, 800)], ("#a5655a", "#8a4a42"))
    c.lines([[(420, 350), (500, 230), (720, 230), (800, 350)]], "#43545d", 12)
    for x in (230, 850):
        c.box(x, 520, x + 24, 740, "#3c4347", radius=4)
    c.box(160, 480, 940, 560, "#f7f5ee", radius=8)
    for k in range(6):
        c.shape([(180 + k * 130, 560), (230 + k * 130, 480), (290 + k * 130, 480), (240 + k * 130, 560)], "#c0392b")
    c.box(390, 580, 710, 730, "#fffdf6", radius=6)
    c.write(416, 596, "Closed to cars", 36, "#20333c")
    c.write(416, 642, "Walk and cycle: east side", 22, "#5b7079")
    c.write(416, 676, "22 days, if it stays dry", 22, "#5b7079")


@photo("lantern-walk", "Children's paper lanterns, a fish and one rounder shape, glow on sticks in a dark street.", SQUARE, 7, 0.3)
def lantern_walk(c: Canvas) -> None:
    c.wash("#10142c", "#241f3f", "#15121f")
    houses(c, 620, 200, 330, "#1b1b33", "#8a7350")
    c.wash("#1c1a2a", "#0d0c14", box=(0, 620, 1000, 1000))
    lights(c, 560, 3, ("#ffcf7a",), 0)
    c.lines([[(360, 640), (330, 900)], [(660, 600), (690, 900)]], "#6b5138", 9)
    c.glow(360, 520, 300, "#ff9a5c", 1)
    c.blob([(190, 520), (280, 430), (430, 440), (500, 520), (430, 600), (280, 610)], ("#ffd98a", "#ff8a4a"))
    c.shape([(490, 520), (590, 440), (570, 520), (590, 600)], "#ffb060")
    c.oval(270, 500, 16, 16, "#5a2a1a")
    c.glow(670, 500, 240, "#ffb0c4", 0.9)
    c.blob([(590, 480), (640, 410), (720, 420), (760, 500), (720, 590), (620, 580)], ("#ffd3de", "#f2768a"))
    c.lines([curve([(620, 470), (680, 450), (730, 490)]), curve([(610, 520), (670, 500), (740, 540)])], "#a33a54", 7)


@photo("moth-night", "A pale green moth with dark lichen-like patterns rests on a grey woollen sleeve under lamplight.", SQUARE, 7, 0.3)
def moth_night(c: Canvas) -> None:
    c.wash("#191b26", "#2c2f3c")
    c.blob([(-50, 1050), (0, 620), (400, 480), (1050, 640), (1050, 1050)], ("#7d828c", "#474b55"))
    c.lines([curve([(k * 46 - 60, 1000), (k * 44, 760), (k * 40 + 60, 540 + abs(k - 9) * 8)]) for k in range(24)], "#9aa0aa", 4, opacity=0.35)
    c.glow(500, 240, 620, "#ffe9b0", 0.6)
    for side in (-1, 1):
        c.blob([(500, 430), (500 + side * 120, 470), (500 + side * 260, 640), (500 + side * 200, 720), (500 + side * 40, 680)], ("#c9e6b8", "#7fb088"))
        for _ in range(26):
            t, s = c.chance.random(), c.chance.uniform(30, 200)
            c.oval(500 + side * (20 + t * s), 490 + t * 190, 4 + 7 * c.chance.random(), 4, "#2c3b33", opacity=0.8)
        c.line(curve([(500 + side * 10, 420), (500 + side * 60, 350), (500 + side * 120, 320)]), "#d9ceb0", 5)
    c.blob([(500, 390), (536, 450), (524, 640), (500, 690), (476, 640), (464, 450)], ("#e6f0d6", "#8fa58a"))
