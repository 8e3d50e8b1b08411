# ruff: noqa: E501 (a drawing is read by its coordinates)
# fmt: off
"""Tables, pots and plans: things near at hand, photos of both networks."""

import math

from twofold.config.demo.pictures.album import SQUARE, WIDE, photo
from twofold.config.demo.pictures.canvas import Canvas, curve, mix


def _table(c: Canvas, *wood: str, top: float = 0) -> None:
    """Boards seen from above, or from the front below `top`."""
    c.wash(*wood, box=(0, top, c.width, c.height))
    c.mottle(0.07, 40, (0, top, c.width, c.height), stretch=8)
    c.lines([[(0, y), (c.width, y + 6)] for y in range(int(top) + 130, c.height, 170)], mix(wood[-1], "#000000", 0.3), 4, opacity=0.6)


@photo("jollof", "Three pots on a long table, all of them scraped nearly empty, with the red rice caught on the bottom and eleven spoons.")
def jollof(c: Canvas) -> None:
    _table(c, "#c9985f", "#8a5c36")
    for x, tone in ((230, "#3a3d44"), (600, "#7a2f26"), (970, "#2f4f5f")):
        c.oval(x + 10, 415, 190, 190, "#3a2414", blur=18, opacity=0.6)
        c.oval(x, 400, 184, 184, (mix(tone, "#ffffff", 0.3), tone))
        c.oval(x, 400, 156, 156, mix(tone, "#000000", 0.4))
        for _ in range(170):
            a, r = c.chance.uniform(0, 6.28), 150 * c.chance.random() ** 0.4
            c.oval(x + r * math.cos(a), 400 + r * math.sin(a), 5, 3.2, c.chance.choice(("#d9531e", "#e8722c", "#b53a17", "#7a2410")))
        c.lines([[(x - 220, 380), (x - 180, 380)], [(x + 180, 420), (x + 220, 420)]], tone, 24)
    for k in range(11):
        x, y = 90 + k * 100, 690 + (k % 3) * 26
        c.line([(x, y), (x + 70, y - 46)], "#d9dde0", 8)
        c.oval(x + 80, y - 52, 21, 14, ("#f4f6f7", "#b6bdc2"))


@photo("sourdough", "A round sourdough loaf with a leaf scored into its crust, on a floured board; two buns beside it.")
def sourdough(c: Canvas) -> None:
    _table(c, "#6b4a34", "#4a3022")
    c.blob([(140, 240), (1040, 190), (1100, 660), (110, 700)], ("#d2a46c", "#a87742"))
    c.ovals([(c.chance.uniform(120, 1080), c.chance.uniform(220, 690), c.chance.uniform(1, 4)) for _ in range(240)], "#fff6e4", opacity=0.6)
    c.oval(540, 480, 300, 240, "#4a2a14", blur=24, opacity=0.6)
    c.oval(520, 450, 290, 232, ("#d9924a", "#b5642b", "#7a3a17"))
    c.mottle(0.16, 46, (250, 230, 790, 670))
    c.oval(450, 360, 150, 90, "#fff0d2", blur=40, opacity=0.45)
    c.line(curve([(360, 600), (520, 460), (660, 300)]), "#fbe6c0", 15)
    for k in range(5):
        x, y = 410 + k * 52, 556 - k * 52
        c.lines([curve([(x, y), (x - 60, y - 30), (x - 90, y - 80)]), curve([(x, y), (x + 60, y + 6), (x + 110, y - 10)])], "#f6dcb0", 10)
    for x, y in ((930, 340), (960, 560)):
        c.oval(x + 8, y + 12, 96, 84, "#4a2a14", blur=14, opacity=0.6)
        c.oval(x, y, 94, 82, ("#f0b45c", "#b8702c"))
        c.line([(x + (60 - k) * math.cos(k / 6), y + (52 - k) * math.sin(k / 6)) for k in range(52)], "#7a3f1c", 8)


@photo("dumplings", "Rows of pleated dumplings on a floured bamboo tray, all turned the same way.")
def dumplings(c: Canvas) -> None:
    _table(c, "#5c6f6a", "#3a4a48")
    c.oval(600, 420, 560, 370, "#1f2a28", blur=22, opacity=0.6)
    c.oval(600, 405, 550, 362, ("#d9b376", "#b58a4c"))
    c.oval(600, 405, 510, 328, ("#ecd3a0", "#d2ab6c"))
    for row in range(5):
        for k in range(8 if row in (1, 2, 3) else 6):
            n = 8 if row in (1, 2, 3) else 6
            x, y = 600 + (k - (n - 1) / 2) * 112, 190 + row * 108
            c.oval(x + 4, y + 26, 48, 13, "#8a6430", blur=5, opacity=0.6)
            c.blob([(x - 50, y + 14), (x - 36, y - 22), (x, y - 38), (x + 36, y - 22), (x + 50, y + 14), (x, y + 28)], ("#fffaf0", "#e2cfae"))
            c.lines([[(x - 28 + j * 14, y - 26 + abs(j - 2) * 5), (x - 22 + j * 11, y - 6)] for j in range(5)], "#c4a878", 3.4)


@photo("teaglasses", "A brass teapot and four small glasses of mint tea on a round tray; steam in warm light.")
def teaglasses(c: Canvas) -> None:
    c.wash("#6b2f3a", "#3d1a26")
    c.mottle(0.08, 200)
    c.glow(420, 200, 620, "#ffb86b", 0.35)
    c.oval(600, 650, 520, 130, ("#d9a84c", "#8a5f22"))
    c.oval(600, 640, 480, 112, ("#f0c76b", "#b5832f"))
    c.blob([(470, 610), (440, 480), (520, 380), (600, 360), (680, 380), (760, 480), (730, 610), (600, 650)], ("#f6d27a", "#b07a2a"))
    c.line(curve([(750, 500), (840, 470), (870, 380), (910, 350)]), "#c8923a", 26)
    c.line(curve([(450, 450), (360, 440), (370, 580), (462, 580)]), "#c8923a", 22)
    c.shape([(560, 366), (600, 280), (640, 366)], "#d9a84c")
    c.oval(600, 276, 17, 17, "#f6d27a")
    for x in (250, 350, 860, 960):
        y = 640 + (x % 3) * 14
        c.shape([(x - 42, y - 110), (x + 42, y - 110), (x + 32, y + 22), (x - 32, y + 22)], ("#f2e4c0", "#c98a2e", "#a8641c"), opacity=0.9)
        c.oval(x, y - 110, 42, 11, "#fff3d6", opacity=0.8)
        c.blob([(x - 22, y - 112), (x, y - 150), (x + 26, y - 114)], "#4f9a4f")
        c.line(curve([(x, y - 160), (x - 14, y - 200), (x + 10, y - 250)]), "#ffffff", 9, blur=6, opacity=0.45)


@photo("chess", "A chessboard seen low from one side; a white rook waits behind a black king with a missing bishop beside the board.", WIDE, 5, 0.3)
def chess(c: Canvas) -> None:
    c.wash("#4a3a3a", "#2a2024")
    c.glow(860, 120, 600, "#ffcf8a", 0.5)
    for row in range(8):
        for k in range(8):
            y0, y1 = 330 + row * row * 6.2 + row * 10, 330 + (row + 1) ** 2 * 6.2 + (row + 1) * 10
            x0, x1 = 600 + (k - 4) * (78 + row * 14), 600 + (k - 3) * (78 + row * 14)
            v0, v1 = 600 + (k - 4) * (92 + row * 14), 600 + (k - 3) * (92 + row * 14)
            c.shape([(x0, y0), (x1, y0), (v1, y1), (v0, y1)], "#ecd9b4" if (row + k) % 2 else "#7a4f35")
    def piece(x: float, y: float, s: float, tone: str, head: str) -> None:
        c.oval(x, y, s * 0.4, s * 0.13, "#1a1210", blur=5, opacity=0.6)
        c.shape([(x - s * 0.34, y), (x - s * 0.16, y - s * 0.3), (x - s * 0.14, y - s * 0.8), (x + s * 0.14, y - s * 0.8), (x + s * 0.16, y - s * 0.3), (x + s * 0.34, y)], (mix(tone, "#ffffff", 0.3), tone))
        if head == "rook":
            c.shape([(x - s * 0.24, y - s * 0.78), (x - s * 0.26, y - s * 1.06), (x - s * 0.1, y - s * 1.06), (x - s * 0.1, y - s * 0.96), (x + s * 0.1, y - s * 0.96), (x + s * 0.1, y - s * 1.06), (x + s * 0.26, y - s * 1.06), (x + s * 0.24, y - s * 0.78)], tone)
        elif head == "king":
            c.oval(x, y - s * 0.92, s * 0.2, s * 0.18, tone)
            c.lines([[(x, y - s * 1.08), (x, y - s * 1.4)], [(x - s * 0.12, y - s * 1.26), (x + s * 0.12, y - s * 1.26)]], tone, s * 0.08)
        else:
            c.oval(x, y - s * 0.94, s * 0.17, s * 0.2, tone)
    for x, y, s, tone, head in ((420, 440, 90, "#2b2426", "pawn"), (560, 430, 96, "#2b2426", "king"), (730, 470, 100, "#e9dcc2", "pawn"), (560, 640, 190, "#efe4cd", "rook"), (880, 600, 160, "#e9dcc2", "king"), (330, 620, 150, "#efe4cd", "pawn")):
        piece(x, y, s, tone, head)
    c.line([(1060, 740), (1150, 700)], "#2b2426", 42)
    c.oval(1160, 694, 27, 27, "#2b2426")


@photo("dahlias", "Crates of labelled dahlia tubers under a stair, with one last dark red bloom laid on top.")
def dahlias(c: Canvas) -> None:
    c.wash("#7d6f63", "#4a4038")
    c.shape([(0, 0), (1200, 0), (1200, 120), (0, 330)], "#5a4a3c")
    c.lines([[(0, 330 - k * 60), (1200, 120 - k * 60)] for k in range(4)], "#3a2e24", 7)
    for row in range(2):
        for k in range(3):
            x, y = 60 + k * 380, 390 + row * 200
            c.box(x, y, x + 350, y + 180, ("#c9a26b", "#94703f"), radius=4)
            for _ in range(15):
                tx, ty = x + c.chance.uniform(30, 320), y + c.chance.uniform(-18, 40)
                c.blob([(tx - 30, ty), (tx, ty - 20), (tx + 32, ty + 4), (tx, ty + 22)], ("#a8744a", "#6b452a"))
            c.lines([[(x, y + 70), (x + 350, y + 70)], [(x, y + 126), (x + 350, y + 126)]], "#7a5a30", 6)
            c.box(x + 120, y + 82, x + 240, y + 118, "#fdf6e2", radius=3)
            c.line([(x + 134, y + 100), (x + 220, y + 100)], "#5b4a3a", 3)
    for ring in range(6):
        n, r = 22 - ring * 3, 130 - ring * 21
        for k in range(n):
            a = k * 2 * math.pi / n + ring * 0.2
            c.oval(640 + r * math.cos(a), 300 + r * 0.8 * math.sin(a), 25, 18, mix("#6b0f24", "#e2405c", ring / 6 + c.chance.uniform(-0.06, 0.06)))


@photo("kiln", "An open kiln with shelves of glazed cups in blue and cream; one on the top shelf has slumped into a cloud.")
def kiln(c: Canvas) -> None:
    c.wash("#4a4644", "#2e2b2a")
    c.box(160, 70, 1040, 740, ("#d9c9b4", "#a8937c"), radius=26)
    c.box(230, 130, 970, 690, ("#7a3a22", "#4a2216"), radius=12)
    c.glow(600, 640, 460, "#ff8a4a", 0.55)
    for row in range(3):
        y = 300 + row * 180
        c.box(230, y, 970, y + 18, ("#e9dcc8", "#b5a48c"))
        for k in range(6):
            x = 300 + k * 118
            tone = ("#3f6f9c", "#efe4cd", "#5f93a8", "#d9c4a0")[(row + k) % 4]
            if row == 0 and k == 3:
                c.ovals([(x - 44, y - 36, 30), (x, y - 54, 40), (x + 42, y - 34, 30), (x, y - 26, 30)], "#f6f3ea")
                c.ovals([(x - 10, y - 66, 13)], "#ffffff")
                continue
            c.line(curve([(x + 34, y - 74), (x + 66, y - 66), (x + 58, y - 26), (x + 32, y - 24)]), tone, 9)
            c.shape([(x - 40, y - 96), (x + 40, y - 96), (x + 32, y), (x - 32, y)], (mix(tone, "#ffffff", 0.25), tone))
            c.oval(x, y - 96, 40, 10, mix(tone, "#000000", 0.35))


@photo("kettle", "A black kettle of red stew hangs over a fire beside a quiet lake; a brown dog sleeps next to it.")
def kettle(c: Canvas) -> None:
    c.wash("#33456b", "#c27f72", "#f2c08a", box=(0, 0, 1200, 380))
    c.wash("#d99a7c", "#5f6f8c", "#3a4a66", box=(0, 380, 1200, 560))
    c.mottle(0.06, 26, (0, 380, 1200, 560), stretch=9)
    c.shape([(0, 800), (0, 560), (1200, 530), (1200, 800)], ("#5a6b42", "#33402a"))
    c.lines([[(470, 700), (600, 180)], [(730, 700), (600, 180)], [(600, 180), (600, 380)]], "#3a2a20", 13)
    c.glow(600, 640, 300, "#ff9a3c", 1)
    for k in range(9):
        x = 530 + k * 17
        c.blob([(x - 20, 700), (x - 10, 630 - (k % 3) * 26), (x, 580 - (k % 2) * 30), (x + 14, 640), (x + 20, 700)], ("#ffe08a", "#ff7a2c"), opacity=0.85)
    c.lines([[(500, 710), (700, 690)], [(510, 690), (690, 714)]], "#4a2f20", 24)
    c.blob([(490, 430), (500, 540), (600, 590), (700, 540), (710, 430)], ("#3a3a40", "#17171b"))
    c.oval(600, 430, 112, 28, ("#c8452a", "#8f2a17"))
    c.line(curve([(490, 430), (600, 330), (710, 430)]), "#2a2a30", 7)
    c.lines([curve([(570 + k * 40, 400), (556 + k * 40, 340), (590 + k * 40, 280)]) for k in range(2)], "#ffffff", 13, blur=9, opacity=0.4)
    c.blob([(840, 720), (860, 650), (960, 630), (1060, 660), (1080, 720), (960, 744)], ("#a8713f", "#6b4424"))
    c.oval(848, 700, 48, 32, "#94622f")
    c.blob([(826, 690), (806, 720), (836, 736)], "#5c3a1c")
    c.line(curve([(1070, 700), (1130, 720), (1110, 756)]), "#8a5a2c", 15)


@photo("hens", "Four brown hens sit in a wheelbarrow full of straw; a small radio stands beside it.")
def hens(c: Canvas) -> None:
    c.wash("#a9c9d6", "#e9ecd6", box=(0, 0, 1200, 380))
    c.wash("#8fae5f", "#5c7f42", box=(0, 380, 1200, 800))
    c.mottle(0.08, 24, (0, 380, 1200, 800))
    c.lines([[(900, 560), (1120, 500)], [(900, 590), (1130, 560)]], "#7a5a3a", 13)
    for k in range(4):
        x, y = 350 + k * 150, 400 - (k % 2) * 26
        tone = ("#b5642b", "#8a4a24", "#c98646", "#a3562a")[k]
        c.blob([(x - 80, y + 60), (x - 92, y - 30), (x - 40, y - 10), (x + 20, y - 20), (x + 40, y - 90), (x + 74, y - 80), (x + 80, y + 60)], (mix(tone, "#ffffff", 0.2), tone))
        c.blob([(x + 34, y - 96), (x + 40, y - 124), (x + 54, y - 104), (x + 66, y - 122), (x + 76, y - 92)], "#d8303c")
        c.shape([(x + 76, y - 78), (x + 104, y - 70), (x + 76, y - 62)], "#f0b43a")
        c.oval(x + 60, y - 80, 5, 5, "#16120f")
        c.oval(x + 72, y - 52, 9, 13, "#d8303c")
    c.lines([[(x, 470 + c.chance.uniform(-20, 20)), (x + c.chance.uniform(-60, 60), 430 + c.chance.uniform(-30, 40))] for x in range(250, 930, 7)], "#e6c76b", 4)
    c.shape([(220, 460), (940, 460), (820, 640), (330, 640)], ("#4f8f8a", "#2f5f62"))
    c.oval(300, 690, 70, 70, "#2b2b2e")
    c.oval(300, 690, 30, 30, "#b9bec2")
    c.lines([[(800, 640), (830, 740)]], "#2f5f62", 15)
    c.box(960, 640, 1110, 740, ("#e4572e", "#a83a1c"), radius=13)
    c.oval(1000, 692, 30, 30, "#f7e6c4")
    c.lines([[(1050, 672), (1092, 672)], [(1050, 692), (1092, 692)], [(1090, 640), (1130, 560)]], "#f7e6c4", 5)


@photo("mobile", "A mobile of felt stars, a moon and a small boat turns above a cot in soft morning light.", SQUARE)
def mobile(c: Canvas) -> None:
    c.wash("#fbe6d2", "#f3c9b8")
    c.glow(240, 180, 600, "#ffffff", 0.5)
    c.lines([[(500, 0), (500, 170)], [(220, 220), (780, 190)], [(500, 170), (500, 206)]], "#b08a6a", 7)
    for x, y, drop in ((230, 220, 190), (370, 212, 90), (520, 206, 230), (650, 198, 120), (770, 192, 260)):
        c.line([(x, y), (x, y + drop)], "#c9a88a", 3)
    c.shape([(230 + (62 if k % 2 == 0 else 26) * math.sin(k * math.pi / 5), 460 - (62 if k % 2 == 0 else 26) * math.cos(k * math.pi / 5)) for k in range(10)], ("#ffd166", "#e0a62e"))
    c.oval(370, 350, 46, 46, "#8fd3c8")
    c.shape([(450, 470), (590, 470), (560, 520), (480, 520)], ("#e4572e", "#b53a1c"))
    c.shape([(520, 350), (520, 462), (580, 462)], "#fffaf0")
    c.shape([(650 + (46 if k % 2 == 0 else 20) * math.sin(k * math.pi / 5), 366 - (46 if k % 2 == 0 else 20) * math.cos(k * math.pi / 5)) for k in range(10)], "#f28ab2")
    c.shape([*[(770 + 60 * math.cos(a / 10), 510 + 60 * math.sin(a / 10)) for a in range(10, 54)], *[(792 + 48 * math.cos(a / 10), 496 + 48 * math.sin(a / 10)) for a in range(54, 10, -1)]], "#a8b5e6")
    c.lines([[(k * 90 + 40, 800), (k * 90 + 40, 1000)] for k in range(11)] + [[(0, 800), (1000, 800)]], "#fffaf2", 18)


@photo("reading", "A reading chair by a tall window, a lamp, a pile of books with paper slips, and rain outside.", WIDE, 5, 0.25)
def reading(c: Canvas) -> None:
    c.wash("#5c4a44", "#3a2e2c")
    c.box(120, 60, 520, 600, ("#7f93a8", "#a9b6bd"), radius=6)
    c.lines([[(c.chance.uniform(130, 510), y), (c.chance.uniform(130, 510), y + 30)] for y in range(70, 560, 30)], "#dfe8ee", 1.6, opacity=0.5)
    c.lines([[(320, 60), (320, 600)], [(120, 300), (520, 300)]], "#e9e0d2", 13)
    x = 620.0
    while x < 1180:
        w, tall = c.chance.uniform(16, 36), c.chance.uniform(110, 170)
        tone = c.chance.choice(("#8d4a3a", "#3f6f6a", "#c2a05c", "#5a4a7a", "#d9cbb0"))
        c.box(x, 250 - tall, x + w, 250, (mix(tone, "#ffffff", 0.15), tone), radius=2)
        x += w + 2
    c.box(600, 250, 1200, 266, "#8a6a4c")
    c.wash("#6b4a38", "#4a3226", box=(0, 660, 1200, 800))
    c.glow(960, 380, 420, "#ffd08a", 0.85)
    c.lines([[(1040, 690), (1040, 360)]], "#2a2220", 9)
    c.shape([(980, 360), (1010, 280), (1070, 280), (1100, 360)], ("#ffe7b0", "#f0b86b"))
    c.blob([(600, 690), (590, 420), (660, 350), (820, 360), (860, 440), (860, 690)], ("#c2503f", "#8a2f2a"))
    c.blob([(560, 700), (560, 560), (640, 540), (660, 600), (820, 600), (840, 540), (910, 560), (910, 700)], ("#d1604c", "#96382f"))
    for k in range(6):
        c.box(340 + (k % 2) * 12, 640 - k * 26, 500 + (k % 3) * 9, 664 - k * 26, ("#3f6f6a", "#d9cbb0", "#5a4a7a", "#c2a05c", "#8d4a3a", "#2f4156")[k], radius=3)
        c.box(430, 632 - k * 26, 444, 650 - k * 26, "#fffaf0")


@photo("whiteboard", "A whiteboard with three columns headed ship, tide and promise; several promises are struck out in red.", WIDE, 3, 0.1)
def whiteboard(c: Canvas) -> None:
    c.wash("#c3cacc", "#a5afb2")
    c.box(60, 50, 1140, 740, "#8a9396", radius=10)
    c.box(80, 70, 1120, 720, ("#fdfdfb", "#f1f3f2"), radius=4)
    for k, words in enumerate(("ship", "tide", "promise")):
        c.write(130 + k * 340, 96, words, 46, "#1f4f8a")
    c.lines([[(100, 166), (1100, 168)], [(430, 90), (434, 700)], [(770, 90), (768, 700)]], "#33414a", 4)
    for row in range(7):
        y = 210 + row * 70
        for k in range(3):
            x = 130 + k * 340
            word = curve([(x + j * 22, y + 16 + c.chance.uniform(-13, 13)) for j in range(c.chance.randint(7, 11))])
            c.line(word, "#2f3b44", 4)
        if row in (1, 2, 4, 6):
            c.line(curve([(800, y + 22), (930, y + 12), (1070, y + 20)]), "#c8372d", 7)
    c.box(100, 724, 240, 742, "#c8372d", radius=6)


@photo("wireframe", "Two screens side by side: a cluttered booking page crossed out, and a calm one with a written date and one large button.", WIDE, 2, 0.04)
def wireframe(c: Canvas) -> None:
    c.wash("#eef2f1", "#dfe7e5")
    for x in (110, 660):
        c.box(x + 8, 80, x + 448, 748, "#9fb0ad", radius=36, blur=14, opacity=0.5)
        c.box(x, 66, x + 440, 734, "#ffffff", radius=34)
    for k in range(6):
        for j in range(7):
            c.box(140 + j * 56, 250 + k * 48, 182 + j * 56, 286 + k * 48, c.chance.choice(("#d5dddd", "#f2c9a8", "#c4d9dc")), radius=6)
    c.lines([[(140, 120), (430, 120)], [(140, 160), (520, 160)], [(140, 200), (360, 200)], [(140, 580), (500, 580)], [(140, 620), (300, 620)]], "#b9c6c6", 15)
    c.lines([[(150, 110), (510, 690)], [(510, 110), (150, 690)]], "#b9503a", 9, opacity=0.75)
    c.write(710, 130, "Your appointment", 40, "#20333c")
    c.write(710, 240, "Write the day", 28, "#5b7079")
    c.box(706, 286, 1054, 356, "#f4f7f6", radius=10)
    c.write(730, 302, "Tuesday the 9th", 34, "#20333c")
    c.box(706, 560, 1054, 650, "#1f6f78", radius=14)
    c.write(880, 604, "Book this day", 36, "#ffffff", "mm")
    c.write(880, 690, "Go back", 28, "#1f6f78", "mm")


@photo("lightplot", "Lighting plan of a stage: coloured cones from a row of numbered lamps cross over a floor plan on dark paper.", WIDE, 4, 0.12)
def lightplot(c: Canvas) -> None:
    c.wash("#161a26", "#222838")
    c.lines([[(x, 0), (x, 800)] for x in range(0, 1200, 60)] + [[(0, y), (1200, y)] for y in range(0, 800, 60)], "#8fa3c4", 1, opacity=0.16)
    c.lines([[(180, 690), (1020, 690), (1100, 300), (100, 300), (180, 690)], [(60, 110), (1140, 110)]], "#cfd8ea", 3)
    for k in range(9):
        x, aim = 110 + k * 122, 300 + (k * 211) % 640
        tone = ("#ffcf7a", "#8fd3ff", "#ff8fa0", "#b8f2c4")[k % 4]
        c.shape([(x - 8, 124), (x + 8, 124), (aim + 90, 560), (aim - 90, 560)], tone, opacity=0.16, blur=2)
        c.oval(aim, 560, 92, 32, tone, opacity=0.28, blur=3)
        c.box(x - 17, 92, x + 17, 130, tone, radius=5)
        c.write(x, 72, str(k + 1), 24, "#cfd8ea", "mm")


@photo("section", "Section drawing of a small building by water: a bench on the left catches a low sun ray through a tall window.", WIDE, 3, 0.06)
def section(c: Canvas) -> None:
    c.wash("#f6f2e8", "#ece5d5")
    ink = "#2b3238"
    c.shape([(1010, 150), (1050, 190), (330, 560), (290, 520)], "#f2c14e", opacity=0.4, blur=3)
    c.oval(1040, 160, 36, 36, "#f0b43a")
    c.shape([(0, 640), (1200, 640), (1200, 800), (0, 800)], "#cfc3a6")
    c.shape([(860, 660), (1200, 660), (1200, 800), (860, 800)], ("#8fb5bd", "#5f8f9c"))
    c.lines([[(0, 640), (860, 640), (880, 660), (1200, 660)], [(180, 640), (180, 300), (480, 160), (780, 280), (780, 640)], [(150, 316), (480, 142), (812, 296)]], ink, 7)
    c.lines([[(780, 340), (780, 560)]], "#7fb0bd", 9)
    c.lines([[(230, 560), (380, 560)], [(240, 560), (240, 636)], [(370, 560), (370, 636)]], "#8a5a34", 11)
    c.lines([[(300, 520), (304, 560), (350, 562), (352, 630)]], ink, 11)
    c.oval(300, 494, 19, 21, ink)
    c.lines([[(180, 700), (780, 700)], [(180, 688), (180, 712)], [(780, 688), (780, 712)]], ink, 2.4)
    c.write(480, 724, "15:00", 30, "#8a5a34", "ma")
