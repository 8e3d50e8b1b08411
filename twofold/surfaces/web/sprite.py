"""Writes static/web/icons.svg from the lucide package: `python -m twofold.surfaces.web.sprite`.

It holds the icons of icons.txt: to use another one, add its name there and run this again.
"""

import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

_ROOT = Path(__file__).resolve().parents[2]
_TARGET = Path(__file__).parent / "static" / "web" / "icons.svg"
_NAMES = Path(__file__).parent / "icons.txt"
_BETWEEN = re.compile(r">\s+<")
_PREFIX = re.compile(r"(</?)\w+:")
_SPACE = re.compile(r' xmlns(:\w+)?="[^"]*"')


def names() -> list[str]:
    return sorted({line.strip() for line in _NAMES.read_text().splitlines() if line.strip()})


def symbol(name: str) -> str:
    with ZipFile(str(files("lucide") / "lucide.zip")) as shelf:
        drawing = ElementTree.fromstring(shelf.read(f"{name}.svg"))
    inner = "".join(ElementTree.tostring(part, encoding="unicode").strip() for part in drawing)
    # Other libraries name the namespace of drawings as they like, for the whole process.
    inner = _BETWEEN.sub("><", _SPACE.sub("", _PREFIX.sub(r"\1", inner)))
    return f'<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>'


def main() -> None:
    body = "\n".join(symbol(name) for name in names())
    _TARGET.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n')


if __name__ == "__main__":
    main()
