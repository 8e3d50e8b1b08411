"""Pictures for tests, made on the spot."""

from io import BytesIO

from PIL import Image


def png(width: int = 64, height: int = 48) -> bytes:
    """A small picture of one colour."""
    kept = BytesIO()
    Image.new("RGB", (width, height), (180, 90, 40)).save(kept, "PNG")
    return kept.getvalue()
