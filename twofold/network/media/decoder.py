"""The only code that opens a picture: a program of its own, with little memory and little time.

Run as `python -I decoder.py SOURCE FOLDER`, with the plan as JSON on its standard input; see `workshop.py`. It imports
nothing of ours and writes WebP files without metadata into FOLDER. Its last line of output is JSON: what the picture
is, or the word for what is wrong with it.
"""

import io
import json
import os
import resource
import sys
import warnings

import blurhash
import pillow_heif
from PIL import Image, ImageCms, ImageFile, ImageOps

MEMORY = 1_600 * 1024 * 1024
SECONDS = 20
LARGEST_FILE = 64 * 1024 * 1024
MOST_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


class Unfit(Exception):
    """`args[0]` is one word of those that `workshop.py` can explain."""


def shut_in() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def opened(path: str, kind: str, longest: int) -> Image.Image:
    """The first frame, upright, in sRGB."""
    if kind == "HEIF":
        pillow_heif.register_heif_opener(thumbnails=False)
    image: Image.Image = Image.open(path, formats=[kind])
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > 30_000:
        raise Unfit("pixels")
    if min(width, height) < 1:
        raise Unfit("broken")
    image.draft("RGB", (longest, longest))
    image.load()
    image = ImageOps.exif_transpose(image)
    return plain(image)


def plain(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        image = image.convert("RGBA" if clear else "RGB")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        image = in_srgb(image, profile)
    return image.convert("RGBA" if clear else "RGB")


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


def written(image: Image.Image, folder: str, plan: dict) -> None:
    """Each variant from the one before it, the largest first."""
    for name, width, height in plan["variants"]:
        if plan.get("ratio"):
            image = image.resize((width, height), Image.Resampling.LANCZOS)
        else:
            image.thumbnail((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        bare = Image.frombytes(image.mode, image.size, image.tobytes())
        bare.save(os.path.join(folder, f"{name}.webp"), "WEBP", quality=82, method=3)


def digest(image: Image.Image) -> str:
    tiny = image.convert("RGB").resize((32, 32), Image.Resampling.BOX)
    rows = [[tiny.getpixel((x, y)) for x in range(32)] for y in range(32)]
    wide = image.width >= image.height
    return blurhash.encode(rows, 4 if wide else 3, 3 if wide else 4)


def work(source: str, folder: str, plan: dict) -> dict:
    largest = plan["variants"][0]
    image = opened(source, plan["kind"], max(largest[1:]) * (1 if not plan.get("crop") else 4))
    image = cut_out(image, plan.get("crop"), plan.get("ratio"))
    image.thumbnail((4096, 4096), Image.Resampling.LANCZOS, reducing_gap=2.0)
    hash_of = digest(image)
    written(image.copy(), folder, plan)
    with Image.open(os.path.join(folder, f"{largest[0]}.webp")) as shown:
        return {"width": shown.width, "height": shown.height, "blurhash": hash_of}


def main() -> None:
    shut_in()
    warnings.simplefilter("ignore")
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None
    plan = json.load(sys.stdin)
    try:
        answer = work(sys.argv[1], sys.argv[2], plan)
    except Unfit as problem:
        answer = {"unfit": problem.args[0]}
    except MemoryError:
        answer = {"unfit": "pixels"}
    except Exception as problem:  # a decoder may raise anything at all on a broken file
        answer = {"unfit": "broken", "problem": type(problem).__name__}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
