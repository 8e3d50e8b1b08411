"""Bring a course in from a folder of Markdown files. How these are written is said in docs/courses.md."""

import argparse
from pathlib import Path

from django.db import transaction

from twofold.config.commands import Problem
from twofold.foundation.kit.refusals import Refused
from twofold.network.learning.actions import import_course
from twofold.network.learning.outlines import read
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.queries import called

_MOST_FILES, _MOST_BYTES = 600, 8 * 1024 * 1024


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder with course.md")
    parser.add_argument(
        "--by", required=True, metavar="HANDLE", help="who teaches it, in the professional network"
    )


def run(options: argparse.Namespace) -> int:
    teacher = called(Network.PROFESSIONAL, options.by.lstrip("@")).filter(state=Persona.State.ACTIVE).first()
    if teacher is None:
        raise Problem(f"Nobody is called @{options.by.lstrip('@')} in the professional network.")
    outline = read(_files(options.folder))
    for problem in outline.problems:
        print(problem)
    if outline.problems:
        print(f"{len(outline.problems)} to put right; nothing was taken in.")
        return 1
    for name in outline.left:
        print(f"{name}: left out, since it is no Markdown.")
    try:
        with transaction.atomic():
            made = import_course(teacher, outline=outline)
    except Refused as refusal:
        raise Problem(str(refusal.reason)) from refusal
    print(f"“{made.title}” is there as a draft of @{teacher.handle}, with {made.lessons_count} lessons.")
    return 0


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        raise Problem(f"{folder} is no folder.", "Name the folder in which course.md lies.")
    found: dict[str, bytes] = {}
    room = _MOST_BYTES
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or path.is_symlink() or any(part.startswith(".") for part in name.split("/")):
            continue
        found[name] = (
            path.read_bytes() if path.suffix.lower() == ".md" and path.stat().st_size <= room else b""
        )
        room -= len(found[name])
        if len(found) > _MOST_FILES or room <= 0:
            raise Problem("This is too much for one course: 600 files and 8 MB of text fit.")
    return found
