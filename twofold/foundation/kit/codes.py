"""Square codes that a telephone's camera reads."""

from functools import lru_cache

import qrcode
from markupsafe import Markup


@lru_cache(maxsize=500)
def code(text: str) -> Markup:
    """A square code as an SVG of one path."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2)
    made.add_data(text)
    rows = made.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Markup(
        '<svg class="code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path class="code-ground" d="M0 0h{0}v{0}h-{0}z"/>'
        '<path class="code-ink" d="{2}"/></svg>'
    ).format(len(rows), text, path)
