"""Templates are compiled once and kept for the next start."""

from django.conf import settings as configured
from jinja2 import FileSystemLoader

from twofold.surfaces.web.jinja import environment


def drawn() -> str:
    env = environment(autoescape=True, loader=FileSystemLoader(configured.TEMPLATES[0]["DIRS"]))
    return env.get_template("web/components/menus.html").module.menu_link("Open", "/there", "eye")


def test_what_was_compiled_is_kept_and_used_again(settings, tmp_path):
    settings.CACHE_DIR = tmp_path / "cache"
    first = drawn()
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache" / "templates").iterdir()}
    assert kept
    assert drawn() == first
    assert kept == {path: path.stat().st_mtime_ns for path in kept}, "not compiled again"


def test_what_was_kept_of_another_version_or_is_broken_is_compiled_again(settings, tmp_path):
    settings.CACHE_DIR = tmp_path / "cache"
    first = drawn()
    for path in (tmp_path / "cache" / "templates").iterdir():
        path.write_bytes(b"nothing of ours")
    assert drawn() == first


def test_pages_are_drawn_where_nothing_can_be_kept(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.CACHE_DIR = tmp_path / "file"
    assert "/there" in drawn()
