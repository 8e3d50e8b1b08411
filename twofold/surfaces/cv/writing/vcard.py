"""vCard 4.0 (RFC 6350, with RFC 9554's pronouns) and 3.0 (RFC 2426), for phones of every age.

Names have any shape, so none is taken apart: the whole name is the formatted name, and in 3.0, which insists on a
structured one, the family name too.
"""

from twofold.surfaces.cv.resume import Item, Resume

VERSIONS = ("4.0", "3.0")
_FOLD = 75


def as_vcard(resume: Resume, *, version: str = "4.0", portrait: str = "") -> bytes:
    """The card in UTF-8 with CRLF, lines folded at 75 octets. `portrait` is the address of a WebP picture, or empty.

    Raises ValueError for a version that is not one of `VERSIONS`.
    """
    if version not in VERSIONS:
        raise ValueError(f"no such vCard: {version!r}")
    newer = version == "4.0"
    lines = ["BEGIN:VCARD", f"VERSION:{version}", f"FN:{_text(resume.name)}"]
    if not newer:
        lines.append(f"N:{_text(resume.name)};;;;")
    lines += [_line("TITLE", resume.headline), *_employer(resume)]
    if newer:
        lines.append(_line("PRONOUNS", resume.pronouns))
    if resume.place:
        lines.append(f"ADR{'' if newer else ';TYPE=WORK'}:;;;{_text(resume.place)};;;")
    for each in resume.of("contact"):
        lines.append(_contact(each, newer=newer))
    lines += [_plain("URL", resume.address), _plain("URL", resume.website)]
    if portrait:
        lines.append(_photo(portrait, newer=newer))
    lines.append("END:VCARD")
    return "".join(_folded(line) for line in lines if line).encode()


def _employer(resume: Resume) -> list[str]:
    present = [each for each in resume.of("experience") if each.current and each.organisation]
    present.sort(key=lambda each: not each.details.get("primary"))
    return [f"ORG:{_text(present[0].organisation)}"] if present else []


def _contact(each: Item, *, newer: bool) -> str:
    match each.details.get("way"):
        case "email":
            return f"EMAIL{'' if newer else ';TYPE=INTERNET'}:{_text(each.text)}"
        case "phone" if newer:
            return f"TEL;VALUE=uri:tel:{''.join(letter for letter in each.text if letter in '+0123456789')}"
        case "phone":
            return f"TEL:{_text(each.text)}"
        case "site":
            return _plain("URL", each.address)
    return ""


def _photo(portrait: str, *, newer: bool) -> str:
    return f"PHOTO;MEDIATYPE=image/webp:{portrait}" if newer else f"PHOTO;VALUE=uri:{portrait}"


def _line(name: str, text: str) -> str:
    return f"{name}:{_text(text)}" if text else ""


def _plain(name: str, address: str) -> str:
    """An address is no text: its commas and semicolons stand as they are."""
    return f"{name}:{address}" if address else ""


def _text(text: str) -> str:
    for plain, written in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        text = text.replace(plain, written)
    return text.replace("\r", "")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never through the middle of a letter."""
    pieces, piece, size = [], "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    return "\r\n".join([*pieces, piece]) + "\r\n"
