"""A CV as it lies on paper: sections of lines in the reader's language. Print view and PDF draw the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as lazy

from twofold.network.profiles.spans import span
from twofold.surfaces.cv.resume import Item, Resume, Voice

# How a section stands on paper: dated entries, words in a row, or what others say.
_SECTIONS = (
    ("experience", lazy("Experience"), "entries"),
    ("education", lazy("Education"), "entries"),
    ("licence", lazy("Licences and certificates"), "entries"),
    ("project", lazy("Projects"), "entries"),
    ("volunteering", lazy("Volunteering"), "entries"),
    ("skill", lazy("Skills"), "words"),
    ("language", lazy("Languages"), "words"),
    ("publication", lazy("Publications"), "entries"),
    ("course", lazy("Courses"), "entries"),
    ("honour", lazy("Honours"), "entries"),
    ("interest", lazy("Interests"), "words"),
    ("recommendation", lazy("Recommendations"), "quotes"),
)
_NOTED = ("employment", "workplace", "field", "grade", "level", "cause", "authors", "number")
CHOICES = (("about", lazy("About")), *((kind, words) for kind, words, _shape in _SECTIONS))
_TO_THE_RIGHT = ("ar", "he", "fa", "ur")


@dataclass(frozen=True)
class Line:
    """One entry in words. `href` is where `address` leads."""

    title: str = ""
    organisation: str = ""
    dates: str = ""
    note: str = ""
    text: str = ""
    skills: Sequence[str] = ()
    address: str = ""
    href: str = ""


@dataclass(frozen=True)
class Section:
    """`shape` is entries, words, or quotes."""

    kind: str
    title: str
    shape: str
    items: Sequence[Line]


@dataclass(frozen=True)
class Sheet:
    """A whole CV. `contacts` are lines without anything but a title and where it leads."""

    name: str
    headline: str
    about: str
    address: str
    lang: str
    rtl: bool
    contacts: Sequence[Line] = ()
    sections: Sequence[Section] = field(default_factory=list)


def laid_out(resume: Resume) -> Sheet:
    """The CV in the language that is spoken at the moment; sections without a line are left out."""
    lines = {kind: [_line(each) for each in resume.of(kind)] for kind, _title, _shape in _SECTIONS}
    lines["skill"] = [Line(title=name) for name in resume.skills]
    lines["recommendation"] = [_quote(each) for each in resume.voices]
    language = (get_language() or "en").split("-")[0]
    return Sheet(
        name=resume.name,
        headline=resume.headline,
        about=resume.about,
        address=_short(resume.address),
        lang=language,
        rtl=language in _TO_THE_RIGHT,
        contacts=_contacts(resume),
        sections=[
            Section(kind, str(title), shape, lines[kind]) for kind, title, shape in _SECTIONS if lines[kind]
        ],
    )


def _contacts(resume: Resume) -> list[Line]:
    lines = [Line(title=resume.place)] if resume.place else []
    for each in resume.of("contact"):
        href = {"email": f"mailto:{each.text}", "phone": f"tel:{each.text.replace(' ', '')}"}
        way = each.details.get("way", "")
        lines.append(Line(title=_short(each.address) or each.text, href=each.address or href.get(way, "")))
    if resume.website:
        lines.append(Line(title=_short(resume.website), href=resume.website))
    return lines


def _line(each: Item) -> Line:
    details = [each.details.get(key, "") for key in _NOTED]
    return Line(
        title=each.title,
        organisation=each.organisation,
        dates=span(each.began, each.ended, current=each.current, coarse=bool(each.details.get("coarse"))),
        note=" · ".join(filter(None, [each.place, *map(str, details)])),
        text=each.text,
        skills=each.skills,
        address=_short(each.address),
        href=each.address,
    )


def _quote(each: Voice) -> Line:
    return Line(title=each.name, note=each.line, text=each.text)


def _short(address: str) -> str:
    """An address as one reads it out."""
    parts = urlsplit(address)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
