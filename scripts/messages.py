"""Gather the words to translate into twofold/locale, bring each language up to date, and compile: `make messages`.

With `--check` nothing is written: it fails when a language lacks words that it had, or is not compiled.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent / "twofold"
LOCALE = ROOT / "locale"
METHODS = [("**/tests/**", "ignore"), ("**/migrations/**", "ignore"), ("**.py", "python")]
TEMPLATES = [("**/templates/**.html", "jinja2"), ("**/templates/**.txt", "jinja2")]
# A template that cannot be parsed has to be an error, or its words go missing in silence.
JINJA = {"extensions": "twofold.surfaces.web.keeping.KeptPart", "silent": "false"}
KEYWORDS = {
    name: positions
    for kind, positions in {
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for name in (kind, f"{kind}_lazy")
} | {"_": None, "ngettext_lazy": (1, 2), "later": None, "lazy": None}


def gather() -> Catalog:
    catalog = Catalog(project="Twofold", charset="utf-8", fuzzy=False)
    options = {"**.html": {"trimmed": "false", "newstyle_gettext": "true"} | JINJA, "**.txt": JINJA}
    found = extract_from_dir(
        ROOT,
        [*METHODS, *TEMPLATES],
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(message, None, [(f"twofold/{file}", line)], auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(
        out, catalog, omit_header=False, width=110, sort_output=True, no_location=False, include_lineno=False
    )
    return out.getvalue()


def bring_up(language: str, template: Catalog, *, check: bool) -> str:
    """Merge new words into one language and compile it; the words about it."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    catalog = read_po(io.BytesIO(path.read_bytes()), locale=language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    done = sum(1 for message in catalog if message.id and message.string and all(_forms(message.string)))
    if not check:
        path.write_bytes(written(catalog))
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
    return f"{language}: {done} of {len(catalog)} translated"


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def main() -> int:
    check = "--check" in sys.argv
    template = gather()
    if not check:
        LOCALE.mkdir(exist_ok=True)
        (LOCALE / "django.pot").write_bytes(written(template))
    print(f"{len(template)} phrases")
    for folder in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        print(bring_up(folder.parts[-3], template, check=check))
    return 0


if __name__ == "__main__":
    sys.exit(main())
