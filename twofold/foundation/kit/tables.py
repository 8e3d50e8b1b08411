"""Tables that people take away to work on in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse


def csv_of(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A file called `name`. Cells that a spreadsheet would calculate stand as text."""
    out = StringIO()
    # Some spreadsheets take a file for one of their own old alphabets unless it begins like this.
    out.write("\ufeff")
    table = csv.writer(out)
    for row in (heads, *rows):
        table.writerow([harmless(cell) for cell in row])
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip()[:1] in ("=", "+", "-", "@") or cell[:1] in ("\t", "\r", "\n") else cell
