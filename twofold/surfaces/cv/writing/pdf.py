"""A CV as PDF, set by Typst. The words reach it as data: nothing that a person wrote is ever read as markup."""

import importlib.resources
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import fontpkg_noto_sans_arabic
import typst

from twofold.surfaces.cv.sheet import Sheet

_TEMPLATE = str(Path(__file__).with_name("cv.typ"))
# Sizes in points, tried in turn: the largest with which two pages are enough, else the smallest.
SIZES = (10.0, 9.2, 8.5)
ENOUGH = 2


def as_pdf(sheet: Sheet) -> bytes:
    """The document, on A4, in as few pages as reads well."""
    size = next((each for each in SIZES if _pages(sheet, each) <= ENOUGH), SIZES[-1])
    return typst.compile(_TEMPLATE, font_paths=_fonts(), sys_inputs=_inputs(sheet, size))


def _pages(sheet: Sheet, size: float) -> int:
    found = typst.query(
        _TEMPLATE, "<pages>", field="value", one=True, font_paths=_fonts(), sys_inputs=_inputs(sheet, size)
    )
    return int(json.loads(found))


def _inputs(sheet: Sheet, size: float) -> dict[str, str]:
    return {"cv": json.dumps({**asdict(sheet), "size": size})}


@cache
def _fonts() -> list[str]:
    """Where the letters lie that Typst does not bring itself."""
    return [str(importlib.resources.files(fontpkg_noto_sans_arabic) / "files")]
