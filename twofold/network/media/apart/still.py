"""Opens a picture: upright, in sRGB, without metadata, in the sizes of the plan, and whole as its original."""

import io
import os
import sys
from typing import Any

# By name: looking for the plugin of a format, Pillow would load those of all others.
from PIL import AvifImagePlugin, Image, ImageCms, ImageOps, WebPImagePlugin  # noqa: F401

sys.path.append(os.path.dirname(__file__))

from box import Unfit, bare, digest, run, written

MOST_PIXELS = 50_000_000
# What is larger is kept at half its size: four times the memory would be needed to keep more.
KEPT_PIXELS = 25_000_000


def opened(path: str, kind: str, longest: int) -> tuple[Image.Image, bool]:
    """The first frame, upright, in sRGB; and whether others follow it. No more than `longest` is wanted, 0 for all."""
    if kind == "HEIF":
        import pillow_heif  # noqa: PLC0415 - a third of what the program's start would cost all the others

        pillow_heif.register_heif_opener(thumbnails=False)
    image: Image.Image = Image.open(path, formats=[kind])
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > 30_000:
        raise Unfit("pixels")
    if min(width, height) < 1:
        raise Unfit("broken")
    moves = bool(getattr(image, "is_animated", False))
    large = width * height > KEPT_PIXELS
    if longest or large:
        image.draft("RGB", (longest, longest) if longest else (width // 2, height // 2))
    image.load()
    if large and image.width == width:
        image = halved(image)
    ImageOps.exif_transpose(image, in_place=True)
    return plain(image), moves


def halved(image: Image.Image) -> Image.Image:
    exif, profile = image.getexif(), image.info.get("icc_profile")
    clear = image.mode in ("LA", "PA") or "transparency" in image.info
    if image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        image = image.convert("RGBA" if clear else "RGB")
    small = image.reduce(2)
    small.info["icc_profile"], small.info["exif"] = profile, exif.tobytes()
    return small


def plain(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        image = image.convert("RGBA" if clear else "RGB")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        image = in_srgb(image, profile)
    wanted = "RGBA" if clear else "RGB"
    return image if image.mode == wanted else image.convert(wanted)


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        mode = "RGB" if image.mode == "CMYK" else image.mode
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return (
            ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
        )
    except (ImageCms.PyCMSError, ValueError, OSError):
        return image


def cut_out(image: Image.Image, crop: list[float] | None, ratio: float | None) -> Image.Image:
    """The part that was chosen (left, top, width, height as shares), brought to `ratio` around its middle."""
    if crop:
        left, top, width, height = crop
        box = (
            left * image.width,
            top * image.height,
            (left + width) * image.width,
            (top + height) * image.height,
        )
        image = image.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    if ratio:
        width = min(image.width, image.height * ratio)
        size = (max(1, round(width)), max(1, round(width / ratio)))
        image = ImageOps.fit(image, size, method=Image.Resampling.LANCZOS)
    return image


def whole(image: Image.Image, folder: str) -> str:
    """The original as it is kept: at its full size, written anew. The ending of its name."""
    if image.mode == "RGBA" and max(image.size) <= 16_383:
        bare(image).save(os.path.join(folder, "original.webp"), "WEBP", quality=95, method=0)
        return "webp"
    image.info.clear()
    opaque = image if image.mode == "RGB" else image.convert("RGB")
    opaque.save(os.path.join(folder, "original.jpg"), "JPEG", quality=93, subsampling=0)
    return "jpg"


def work(source: str, folder: str, plan: dict[str, Any]) -> dict[str, Any]:
    largest = plan["variants"][0]
    longest = 0 if plan.get("whole") else max(largest[1:]) * (4 if plan.get("crop") else 1)
    image, moves = opened(source, plan["kind"], longest)
    original = whole(image, folder) if plan.get("whole") else ""
    image = cut_out(image, plan.get("crop"), plan.get("ratio"))
    image.thumbnail((4096, 4096), Image.Resampling.LANCZOS, reducing_gap=2.0)
    smallest = written(image, folder, plan["variants"], exact=bool(plan.get("ratio")))
    answer = {"blurhash": digest(smallest), "moves": moves, "original": original}
    with Image.open(os.path.join(folder, f"{largest[0]}.webp")) as shown:
        return {**answer, "width": shown.width, "height": shown.height}


if __name__ == "__main__":
    run(work)
