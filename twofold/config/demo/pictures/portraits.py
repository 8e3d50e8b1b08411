"""Portraits of people: a bust with a quiet face. In one network restrained, in the other bright."""

import math

from twofold.config.demo.pictures.canvas import Canvas, curve, mix, png

SIZE = 640
_SKIN = {"1": "#f2d0b8", "2": "#e6ba94", "3": "#cd9a6c", "4": "#ad784e", "5": "#86573a", "6": "#5e3b29"}
_HAIR = {"black": "#1e1a1d", "brown": "#4b3122", "blond": "#d2ab66", "red": "#a5482a", "grey": "#aaa7a5"}
_CLOTH = ("#27485a", "#5b3a4a", "#3d5245", "#6a5a3a", "#39415e", "#7a4a38", "#45535c", "#2f5d5a")
_CALM = (
    ("#cfdcdc", "#9fb6ba"),
    ("#dcd6ca", "#b5ab9a"),
    ("#c9d3df", "#9aaabf"),
    ("#d8d0d6", "#ae9fab"),
    ("#cfd8c8", "#9fae98"),
    ("#e0d5c5", "#c0a98c"),
    ("#bfd0d6", "#7f9ca8"),
)
_BRIGHT = (
    ("#ffd166", "#f78c6b"),
    ("#7bdff2", "#3fa7d6"),
    ("#f7aef8", "#8093f1"),
    ("#b8f2e6", "#4fb286"),
    ("#ffb4a2", "#e5678a"),
    ("#fde48a", "#a7c957"),
    ("#cdb4db", "#ff8fab"),
)
_GAY = ("#e4572e", "#17a398", "#ef476f", "#5f5aa2", "#f2a541", "#2e86ab", "#d1495b", "#3a7d44")


def portrait(handle: str, look: str, *, bright: bool = False) -> bytes:
    """A face after the words of `look`: a tone of skin from 1 to 6, hair and its colour, what is worn."""
    c = Canvas(SIZE, SIZE, f"face {handle}")
    words = look.split()
    skin = next(_SKIN[word] for word in words if word in _SKIN)
    hair = next((_HAIR[word] for word in words if word in _HAIR), "#3a2a22")
    _backdrop(c, bright)
    cloth = c.chance.choice(_GAY if bright else _CLOTH)
    worn = next((word for word in ("headscarf", "headwrap") if word in words), "")
    if worn:
        dye = {"teal": "#2d7a7b", "plum": "#6d3b63", "gold": "#e0a62e", "violet": "#6f4bb0"}
        hair = next((dye[word] for word in words if word in dye), "#4a6a7a")
    _behind(c, words, hair)
    _shoulders(c, cloth, skin, bright)
    _head(c, skin, words, hair, bright)
    _before(c, words, hair, worn)
    _extras(c, words, hair, skin)
    return png(c.finish(3, 0.12))


def _backdrop(c: Canvas, bright: bool) -> None:
    c.wash(*c.chance.choice(_BRIGHT if bright else _CALM))
    if not bright:
        c.mottle(0.05, 260)
        c.glow(200, 150, 380, "#ffffff", 0.25)
        return
    kind = c.chance.choice(("dots", "rays", "confetti"))
    if kind == "dots":
        c.ovals(
            [(40 + x * 70 + (y % 2) * 35, 40 + y * 70, 11) for x in range(10) for y in range(9)],
            "#ffffff",
            opacity=0.35,
        )
    elif kind == "rays":
        for k in range(14):
            a = k * math.pi / 7
            c.shape(
                [
                    (320, 330),
                    (320 + 700 * math.cos(a), 330 + 700 * math.sin(a)),
                    (320 + 700 * math.cos(a + 0.2), 330 + 700 * math.sin(a + 0.2)),
                ],
                "#ffffff",
                opacity=0.25,
            )
    else:
        for _ in range(46):
            x, y = c.chance.uniform(0, 640), c.chance.uniform(0, 640)
            c.box(x, y, x + 22, y + 10, c.chance.choice(_GAY), radius=4, opacity=0.7)


def _shoulders(c: Canvas, cloth: str, skin: str, bright: bool) -> None:
    c.blob(
        [(60, 700), (90, 560), (210, 500), (320, 492), (430, 500), (550, 560), (580, 700), (320, 760)],
        (mix(cloth, "#ffffff", 0.18), cloth, mix(cloth, "#000000", 0.2)),
    )
    c.blob([(268, 400), (372, 400), (380, 510), (320, 548), (260, 510)], (mix(skin, "#000000", 0.22), skin))
    style = c.chance.choice(("jacket", "round", "collar"))
    if bright:
        c.lines(
            [[(80, 590 + k * 26), (560, 590 + k * 26)] for k in range(3)],
            mix(cloth, "#ffffff", 0.55),
            9,
            opacity=0.8,
        )
    elif style == "jacket":
        shirt = c.chance.choice(("#f2efe9", "#dfe6ea", "#e9e0d2"))
        c.shape([(258, 508), (320, 660), (382, 508), (320, 552)], shirt)
        dark = mix(cloth, "#000000", 0.3)
        c.shape([(250, 500), (318, 680), (236, 620), (222, 520)], dark)
        c.shape([(390, 500), (322, 680), (404, 620), (418, 520)], dark)
    elif style == "collar":
        c.shape([(250, 500), (320, 560), (288, 590), (232, 530)], "#efece6")
        c.shape([(390, 500), (320, 560), (352, 590), (408, 530)], "#efece6")
    else:
        c.line(curve([(256, 506), (290, 546), (350, 546), (384, 506)]), mix(cloth, "#ffffff", 0.35), 12)


def _head(c: Canvas, skin: str, words: list[str], hair: str, bright: bool) -> None:
    wide = 96 + c.chance.randint(-6, 8)
    shade, deep = mix(skin, "#000000", 0.14), mix(skin, "#3a1010", 0.45)
    c.ovals([(320 - wide, 318, 19), (320 + wide, 318, 19)], shade)
    c.blob(
        [(320 - wide, 290), (320 - wide * 0.78, 205), (320, 172), (320 + wide * 0.78, 205), (320 + wide, 290),
         (320 + wide * 0.82, 372), (320, 428), (320 - wide * 0.82, 372)],
        (mix(skin, "#ffffff", 0.12), skin, shade),
    )  # fmt: skip
    if bright:
        c.ovals([(262, 350, 22), (378, 350, 22)], "#f0796b", blur=8, opacity=0.45)
    if "freckles" in words:
        c.ovals(
            [(c.chance.uniform(250, 390), c.chance.uniform(328, 356), 2.4) for _ in range(22)],
            "#b5673f",
            opacity=0.7,
        )
    brow = mix(hair, "#000000", 0.25) if not {"headscarf", "headwrap", "bald"} & set(words) else "#2a201c"
    c.lines(
        [curve([(254, 276), (278, 266), (300, 274)]), curve([(340, 274), (362, 266), (386, 276)])],
        brow,
        6,
        opacity=0.85,
    )
    c.ovals([(279, 304, 7.5), (361, 304, 7.5)], "#231b1a")
    c.ovals([(282, 301, 2.4), (364, 301, 2.4)], "#ffffff")
    c.line(
        curve([(322, 304), (313, 344), (326, 350)]), shade if skin > "#7" else mix(skin, "#000000", 0.3), 4.5
    )
    mouth = "#b3364a" if "lipstick" in words else deep
    if bright:
        c.shape(
            curve([(284, 376), (320, 384), (356, 376), (338, 404), (320, 408), (302, 404)], closed=True),
            mouth,
        )
        c.shape(curve([(294, 381), (320, 387), (346, 381), (320, 393)], closed=True), "#fff7f0")
    else:
        c.line(curve([(288, 380), (320, 388 + c.chance.randint(-2, 5)), (352, 379)]), mouth, 5.5)
    _beard(c, words, hair, skin)


def _beard(c: Canvas, words: list[str], hair: str, skin: str) -> None:
    if "beard" in words:
        colour = hair if "bald" not in words else "#2b221f"
        c.shape(
            curve(
                [
                    (222, 318),
                    (236, 392),
                    (282, 440),
                    (320, 450),
                    (358, 440),
                    (404, 392),
                    (418, 318),
                    (392, 356),
                    (352, 362),
                    (320, 366),
                    (288, 362),
                    (248, 356),
                ],
                closed=True,
            ),
            (mix(colour, "#ffffff", 0.06), colour),
        )
        c.line(curve([(292, 386), (320, 392), (348, 386)]), mix(skin, "#a03030", 0.4), 6)
    elif "moustache" in words:
        c.shape(
            curve([(272, 372), (320, 354), (368, 372), (346, 374), (320, 368), (294, 374)], closed=True), hair
        )


def _behind(c: Canvas, words: list[str], hair: str) -> None:
    """Hair behind the head."""
    tone = (mix(hair, "#ffffff", 0.1), mix(hair, "#000000", 0.2))
    if "afro" in words:
        c.oval(320, 246, 178, 166, tone)
    elif "long" in words:
        c.blob(
            [
                (200, 300),
                (214, 180),
                (320, 130),
                (426, 180),
                (440, 300),
                (452, 540),
                (380, 560),
                (260, 560),
                (188, 540),
            ],
            tone,
        )
    elif "bob" in words:
        c.blob([(200, 290), (220, 176), (320, 136), (420, 176), (440, 290), (436, 396), (204, 396)], tone)
    elif "curls" in words:
        spots = [(320 + 128 * math.cos(a / 8), 262 + 118 * math.sin(a / 8), 46) for a in range(23, 53, 3)]
        c.ovals([*spots, (205, 330, 40), (435, 330, 40)], tone[1])
    elif "braids" in words:
        for x in (196, 228, 412, 444):
            c.ovals([(x + 5 * math.sin(k), 250 + k * 26, 17) for k in range(12)], tone[0])
    elif "ponytail" in words:
        c.blob([(400, 180), (486, 210), (500, 340), (470, 450), (440, 340), (420, 240)], tone)
    elif "bun" in words:
        c.oval(320, 128, 62, 56, tone)
    elif "headscarf" in words:
        c.blob(
            [(186, 330), (206, 180), (320, 128), (434, 180), (454, 330), (470, 520), (320, 590), (170, 520)],
            tone,
        )


def _before(c: Canvas, words: list[str], hair: str, worn: str) -> None:
    """Hair or cloth over the forehead."""
    light = (mix(hair, "#ffffff", 0.16), hair)
    if worn == "headscarf":
        _scarf(c, hair, light)
    elif worn == "headwrap":
        _wrap(c, hair, light)
    elif "bald" in words:
        c.glow(286, 200, 60, "#ffffff", 0.25)
    elif "cap" in words:
        _cap(c)
    elif "hat" in words:
        _hat(c)
    elif "afro" in words or "curls" in words:
        _cloud(c, hair)
    elif "braids" in words:
        _plaits(c, hair, light)
    else:
        _cut(c, words, light)


def _scarf(c: Canvas, hair: str, light: tuple[str, str]) -> None:
    c.shape(
        curve(
            [
                (212, 300),
                (224, 190),
                (320, 142),
                (416, 190),
                (428, 300),
                (404, 230),
                (320, 206),
                (236, 230),
            ],
            closed=True,
        ),
        light,
    )
    c.shape(
        curve(
            [
                (216, 330),
                (232, 420),
                (320, 456),
                (408, 420),
                (424, 330),
                (452, 480),
                (320, 560),
                (188, 480),
            ],
            closed=True,
        ),
        (hair, mix(hair, "#000000", 0.25)),
    )
    c.line(curve([(230, 470), (320, 510), (420, 460)]), mix(hair, "#000000", 0.25), 5, opacity=0.6)


def _wrap(c: Canvas, hair: str, light: tuple[str, str]) -> None:
    c.blob([(206, 262), (196, 150), (270, 66), (390, 70), (446, 160), (434, 262), (320, 220)], light)
    c.lines(
        [curve([(206, 240), (320, 190), (430, 130)]), curve([(202, 190), (320, 140), (410, 90)])],
        mix(hair, "#ffffff", 0.4),
        8,
        opacity=0.7,
    )
    c.blob([(380, 120), (450, 60), (486, 110), (430, 160)], light)


def _cap(c: Canvas) -> None:
    c.shape(
        curve([(216, 260), (222, 180), (320, 138), (418, 180), (424, 260), (320, 244)], closed=True),
        ("#3f4b57", "#2b343d"),
    )
    c.shape(
        curve([(226, 250), (320, 232), (414, 250), (440, 276), (320, 262), (200, 276)], closed=True),
        "#232b33",
    )


def _hat(c: Canvas) -> None:
    c.oval(320, 232, 190, 34, ("#e9cf94", "#c7a463"))
    c.blob([(226, 226), (240, 134), (320, 112), (400, 134), (414, 226)], ("#f2dca8", "#d7b573"))
    c.line(curve([(226, 214), (320, 232), (414, 214)]), "#b6452c", 18)


def _cloud(c: Canvas, hair: str) -> None:
    c.ovals(
        [(238 + k * 27, 206 - 26 * math.sin((k + 0.5) * 0.45), 30) for k in range(7)],
        mix(hair, "#ffffff", 0.05),
    )


def _plaits(c: Canvas, hair: str, light: tuple[str, str]) -> None:
    c.shape(
        curve(
            [
                (218, 280),
                (230, 186),
                (320, 148),
                (410, 186),
                (422, 280),
                (392, 214),
                (320, 196),
                (248, 214),
            ],
            closed=True,
        ),
        light,
    )
    c.lines(
        [[(320 + k * 22, 152 + abs(k) * 5), (320 + k * 30, 205 + abs(k) * 7)] for k in range(-3, 4)],
        mix(hair, "#ffffff", 0.35),
        2.4,
    )


def _cut(c: Canvas, words: list[str], light: tuple[str, str]) -> None:
    part = c.chance.choice((-46, 40, 0))
    low = 238 if "bob" in words else 214
    c.shape(
        curve(
            [
                (214, 292),
                (218, 196),
                (320, 144),
                (422, 196),
                (426, 292),
                (408, low + 10),
                (320 + part, low - 26),
                (232, low + 10),
            ],
            closed=True,
        ),
        light,
    )


def _extras(c: Canvas, words: list[str], hair: str, skin: str) -> None:
    if "glasses" in words:
        frame = "#2a2526"
        for x in (279, 361):
            c.line([(x + 33 * math.cos(a / 6), 306 + 28 * math.sin(a / 6)) for a in range(39)], frame, 5)
            c.oval(x, 306, 30, 25, "#ffffff", opacity=0.14)
        c.line([(311, 302), (329, 302)], frame, 5)
    if "sunglasses" in words:
        c.box(240, 284, 312, 332, ("#2b2140", "#6a3d7c"), radius=18)
        c.box(328, 284, 400, 332, ("#2b2140", "#6a3d7c"), radius=18)
        c.lines(
            [[(310, 298), (330, 298)], [(256, 320), (284, 294)], [(344, 320), (372, 294)]],
            "#fff2f8",
            3.5,
            opacity=0.7,
        )
    if "headphones" in words:
        c.line(curve([(206, 310), (216, 170), (320, 112), (424, 170), (434, 310)]), "#26262b", 18)
        c.box(184, 280, 232, 370, ("#f2542d", "#b5361a"), radius=22)
        c.box(408, 280, 456, 370, ("#f2542d", "#b5361a"), radius=22)
    if "earrings" in words:
        c.ovals([(222, 362, 13), (418, 362, 13)], "#ffd23f")
    if "flower" in words:
        c.ovals(
            [(420 + 24 * math.cos(k * 1.257), 206 + 24 * math.sin(k * 1.257), 19) for k in range(5)],
            "#ff4d6d",
        )
        c.oval(420, 206, 14, 14, "#ffd166")
