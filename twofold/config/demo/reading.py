"""Reading the files of `words/`."""

import tomllib
from importlib.resources import files
from typing import Any

_WORDS = files("twofold.config.demo") / "words"


def read(name: str) -> dict[str, Any]:
    """A TOML file of `words/`, by its path there."""
    return tomllib.loads(text(name))


def text(name: str) -> str:
    """A file of `words/` as it stands."""
    return _WORDS.joinpath(name).read_text("utf-8")


def names_in(folder: str, ending: str) -> list[str]:
    """The files of a folder of `words/`, by name."""
    found = (each.name for each in _WORDS.joinpath(folder).iterdir())
    return sorted(f"{folder}/{name}" for name in found if name.endswith(ending))


def split(words: str) -> list[str]:
    """Words between commas, wherever the lines break."""
    return [word.strip() for word in words.replace("\n", " ").split(",")]
