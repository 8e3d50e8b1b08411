"""Every pair of ink and ground that the parts use reads at 4.5:1 (3:1 for lines of controls), in four palettes."""

import math
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static" / "web" / "css" / "tokens.css").read_text()
TEXT = [
    (ink, ground)
    for ink in ("ink", "ink-2", "accent", "accent-2", "danger", "warm")
    for ground in ("card", "paper")
] + [
    ("ink", "sunk"),
    ("ink-2", "sunk"),
    ("accent", "sunk"),
    ("ink", "tint"),
    ("ink-2", "tint"),
    ("accent-2", "tint"),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-2"),
    ("danger", "danger-tint"),
    ("ink", "danger-tint"),
    ("good", "good-tint"),
    ("ink", "good-tint"),
    ("paper", "ink"),
]
LINES = [("line-2", "card"), ("line-2", "paper"), ("accent", "card"), ("accent", "paper"), ("accent", "tint")]


def palette(network: str, theme: int) -> dict[str, tuple[float, float, float]]:
    """The tokens of one network in light (0) or dark (1) as lightness, chroma and hue."""
    blocks = re.findall(r"([^{}]+)\{([^{}]*)\}", TOKENS)
    found: dict[str, str] = {}
    for selector, body in blocks:
        if selector.strip().endswith(":root") or f'"{network}"' in selector:
            found.update(re.findall(r"--([\w-]+):\s*([^;]+);", body))
    for name, value in found.items():
        found[name] = found.get(value[6:-1], value) if value.startswith("var(--") else value
    numbers = {
        name: re.findall(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)", value) for name, value in found.items()
    }
    return {
        name: tuple(float(part) for part in each[theme])  # type: ignore[misc]
        for name, each in numbers.items()
        if len(each) == 2 and found[name].startswith("light-dark")
    }


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Relative luminance of an OKLCH colour, clipped to what a screen shows."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1, max(0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    darker, lighter = sorted((luminance(*one), luminance(*other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("network", ["professional", "social"])
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(network: str, theme: int) -> None:
    colours = palette(network, theme)
    weak = [
        f"--{ink} on --{ground}: {ratio:.2f}"
        for pairs, least in ((TEXT, 4.5), (LINES, 3.0))
        for ink, ground in pairs
        if (ratio := contrast(colours[ink], colours[ground])) < least
    ]
    assert not weak
