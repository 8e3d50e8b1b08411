"""Every phrase can be translated, and a language that we speak is spoken whole."""

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from scripts.messages import KEYWORDS, LOCALE
from tests.house.tree import parsed, short, sources, templates

LANGUAGES = sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))
# New phrases are written in English first; a language may be so many of a hundred behind until it is gathered.
BEHIND = 2
MARKED = re.compile(r"""\b_\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
HOLES = re.compile(r"%\(\w+\)\w|%[sd%]|\{\w*\}|</?[a-z]+[^>]*>")
# The forms for none, one and two may say the number in a word.
WORDED = {"ar": 3}


@cache
def _catalog(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def _phrases(language: str) -> list[Message]:
    return [message for message in _catalog(language) if message.id]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def _told(message: Message, language: str) -> Iterator[str]:
    """What a translation promises that its phrase does not hold, or leaves out of it."""
    kinds = message.id if isinstance(message.id, tuple) else (message.id,)
    for place, form in enumerate(_forms(message)):
        said = sorted(HOLES.findall(form))
        if len(kinds) == 1 and said != sorted(HOLES.findall(kinds[0])):
            yield f"{kinds[0]!r} → {form!r}"
        if len(kinds) == 1:
            continue
        most = {hole for kind in kinds for hole in HOLES.findall(kind)}
        least = set() if place < WORDED.get(language, 0) else set(HOLES.findall(kinds[1]))
        if not least <= set(said) <= most:
            yield f"{kinds[1]!r} → {form!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_holes_and_the_marks_of_its_phrase(language):
    done = [message for message in _phrases(language) if any(_forms(message))]
    assert not [wrong for message in done for wrong in _told(message, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_sure_and_has_every_plural_form(language):
    plurals = _catalog(language).num_plurals
    for message in _phrases(language):
        assert not message.fuzzy, message.id
        if isinstance(message.id, tuple) and any(_forms(message)):
            assert len([form for form in _forms(message) if form]) == plurals, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    path = LOCALE / language / "LC_MESSAGES" / "django.mo"
    anew = io.BytesIO()
    write_mo(anew, _catalog(language))
    assert _spoken(path.read_bytes()) == _spoken(anew.getvalue()), "make messages"


def _spoken(compiled: bytes) -> dict[str, object]:
    return {str((each.id, each.context)): each.string for each in read_mo(io.BytesIO(compiled)) if each.id}


@cache
def _calls() -> list[tuple[Path, ast.Call, str]]:
    """Every call of gettext and its kin in Python, with the name it goes by there."""
    calls = []
    for path in (path for path in sources() if "tests" not in path.parts):
        names = {
            alias.asname or alias.name
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
            for alias in node.names
            if "gettext" in alias.name
        }
        for node in ast.walk(parsed(path)) if names else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                calls.append((path, node, node.func.id))
    return calls


def test_the_gatherer_knows_every_name_that_gettext_goes_by():
    unknown = {f"{short(path)}: {name}" for path, _, name in _calls() if name not in KEYWORDS}
    assert not unknown, "scripts/messages.py passes over these words"


def test_what_is_translated_is_written_where_it_is_marked():
    """A phrase that is put together at run time is in no catalogue."""
    loose = [
        f"{short(path)}:{call.lineno}"
        for path, call, _ in _calls()
        if not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert not loose


def _in_templates() -> Iterator[str]:
    pages = (path.read_text() for path in templates() if path.suffix in {".html", ".txt"})
    return (ast.literal_eval(found) for page in pages for found in MARKED.findall(page))


@cache
def _all_phrases() -> frozenset[str]:
    first = (
        call.args[1 if "pgettext" in name else 0] for _, call, name in _calls() if "npgettext" not in name
    )
    written = {node.value for node in first if isinstance(node, ast.Constant)}
    return frozenset(written | set(_in_templates()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_a_phrase_is_left_untranslated(language):
    spoken = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in _phrases(language)
        if all(_forms(message))
    }
    missing = sorted(_all_phrases() - spoken)
    assert len(missing) <= len(_all_phrases()) * BEHIND / 100, f"make messages, and translate: {missing[:20]}"
