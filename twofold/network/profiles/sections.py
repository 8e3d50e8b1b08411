"""The sections of a profile, declared: in which network, in what order, and what their entries are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twofold.network.profiles.models import EntryKind
from twofold.people.personas.models import Network

Words = str | Promise
FROM, UNTIL = _("From"), _("Until")
WORK, HOME = Network.PROFESSIONAL, Network.SOCIAL
_NEWS = {
    EntryKind.EXPERIENCE, EntryKind.EDUCATION, EntryKind.LICENCE, EntryKind.PROJECT, EntryKind.VOLUNTEERING,
    EntryKind.PUBLICATION, EntryKind.COURSE, EntryKind.HONOUR,
}  # fmt: skip


@dataclass(frozen=True)
class Detail:
    """A field that only this section has. With `choices` (value, words) one of them is chosen; `most` letters else."""

    name: str
    words: Words
    choices: Sequence[tuple[str, Words]] = ()
    most: int = 80
    hint: Words = ""


@dataclass(frozen=True)
class Section:
    """`title` and `organisation` are the words for these fields; empty: an entry has no such field.

    `span`: "span" from when to when, "month" one date, "" none. `completes` is the vocabulary that completes the title.
    `wide`: new entries are for everyone, else for the persona's ties.
    """

    kind: EntryKind
    network: Network
    heading: Words
    glyph: str
    add: Words
    title: Words = ""
    organisation: Words = ""
    place: bool = False
    span: str = ""
    address: Words = ""
    text: Words = ""
    skills: bool = False
    completes: str = ""
    needs: Sequence[str] = ("title",)
    details: Sequence[Detail] = ()
    wide: bool = True
    began: Words = FROM
    ended: Words = UNTIL
    most: int = 100
    shape: str = "entries"

    @property
    def share(self) -> bool:
        """Whether one may want to tell others of an entry in a post."""
        return self.kind in _NEWS

    @property
    def can_go_on(self) -> bool:
        return self.span == "span"


EMPLOYMENT = (
    ("", _("Not said")),
    ("full", _("Full-time")),
    ("part", _("Part-time")),
    ("self", _("Self-employed")),
    ("freelance", _("Freelance")),
    ("contract", _("Contract")),
    ("intern", _("Internship")),
    ("apprentice", _("Apprenticeship")),
    ("seasonal", _("Seasonal")),
)
WORKPLACE = (("", _("Not said")), ("site", _("On site")), ("hybrid", _("Hybrid")), ("remote", _("Remote")))
FLUENCY = (
    ("", _("Not said")),
    ("elementary", _("Elementary")),
    ("limited", _("Limited working")),
    ("working", _("Professional working")),
    ("full", _("Full professional")),
    ("native", _("Native or bilingual")),
)
WAYS = (
    ("email", _("E-mail")),
    ("phone", _("Telephone")),
    ("address", _("Postal address")),
    ("site", _("Website or profile elsewhere")),
    ("other", _("Something else")),
)
RELATIONSHIPS = (
    ("single", _("Single")),
    ("together", _("In a relationship")),
    ("engaged", _("Engaged")),
    ("married", _("Married")),
    ("partnership", _("In a registered partnership")),
    ("open", _("In an open relationship")),
    ("complicated", _("It's complicated")),
    ("separated", _("Separated")),
    ("divorced", _("Divorced")),
    ("widowed", _("Widowed")),
)

SECTIONS: Sequence[Section] = (
    Section(
        EntryKind.FEATURED, WORK, _("Featured"), "star", _("Add something to be seen first"),
        title=_("Title"), address=_("Address"), text=_("Why it matters"), needs=("title", "address"), most=12,
        shape="cards",
    ),
    Section(
        EntryKind.EXPERIENCE, WORK, _("Experience"), "briefcase", _("Add work"),
        title=_("Title"), organisation=_("Employer"), place=True, span="span", text=_("What you do there"),
        skills=True, needs=("title", "organisation_name", "began"),
        details=(Detail("employment", _("Kind of work"), EMPLOYMENT), Detail("workplace", _("Where"), WORKPLACE)),
    ),
    Section(
        EntryKind.EDUCATION, WORK, _("Education"), "graduation-cap", _("Add education"),
        title=_("Degree"), organisation=_("School"), span="span", text=_("Activities, thesis, what stayed"),
        skills=True, needs=("organisation_name",),
        details=(Detail("field", _("Field of study")), Detail("grade", _("Grade"))),
    ),
    Section(
        EntryKind.LICENCE, WORK, _("Licences and certificates"), "badge-check", _("Add a licence or certificate"),
        title=_("Name"), organisation=_("Issued by"), span="span", address=_("Where it can be checked"), skills=True,
        began=_("Issued"), ended=_("Expires"), details=(Detail("number", _("Number")),),
    ),
    Section(
        EntryKind.PROJECT, WORK, _("Projects"), "folder-kanban", _("Add a project"),
        title=_("Name"), organisation=_("For"), span="span", address=_("Address"), text=_("What it was about"),
        skills=True,
    ),
    Section(
        EntryKind.VOLUNTEERING, WORK, _("Volunteering"), "hand-heart", _("Add volunteering"),
        title=_("Role"), organisation=_("Organisation"), span="span", text=_("What you do there"), skills=True,
        needs=("title", "organisation_name"), details=(Detail("cause", _("Cause")),),
    ),
    Section(
        EntryKind.PUBLICATION, WORK, _("Publications"), "book-open", _("Add a publication"),
        title=_("Title"), organisation=_("Published by"), span="month", address=_("Address"), text=_("Abstract"),
        details=(Detail("authors", _("Written with"), most=200),),
    ),
    Section(
        EntryKind.COURSE, WORK, _("Courses"), "book-marked", _("Add a course"),
        title=_("Name"), organisation=_("Given by"), span="month", address=_("Address"), skills=True,
        details=(Detail("number", _("Number")),),
    ),
    Section(
        EntryKind.HONOUR, WORK, _("Honours"), "trophy", _("Add an honour"),
        title=_("Title"), organisation=_("Given by"), span="month", text=_("What it was for"),
    ),
    Section(
        EntryKind.LANGUAGE, WORK, _("Languages"), "languages", _("Add a language"),
        title=_("Language"), completes="language", details=(Detail("level", _("How well"), FLUENCY),), shape="words",
    ),
    Section(
        EntryKind.INTEREST, WORK, _("Interests"), "sparkles", _("Add an interest"),
        title=_("Interest"), completes="field", shape="words",
    ),
    Section(
        EntryKind.CONTACT, WORK, _("Contact"), "contact", _("Add a way to reach you"),
        title=_("Note"), address=_("Address"), text=_("E-mail, number or postal address"), needs=("way",),
        details=(Detail("way", _("Way"), WAYS),), wide=False, most=20, shape="contact",
    ),
    Section(
        EntryKind.HOBBY, HOME, _("Interests and hobbies"), "sparkles", _("Add what you love doing"),
        title=_("What it is"), text=_("More about it"), shape="words", wide=False,
    ),
    Section(
        EntryKind.LIVED, HOME, _("Places"), "map-pin", _("Add a place"),
        title=_("Place"), span="span", text=_("What it is to you"), wide=False,
    ),
    Section(
        EntryKind.SCHOOL, HOME, _("School and work"), "graduation-cap", _("Add a school or work"),
        title=_("What you did there"), organisation=_("School or work"), span="span", needs=("organisation_name",),
        wide=False,
    ),
    Section(
        EntryKind.RELATIONSHIP, HOME, _("Relationship"), "heart", _("Say how it is"),
        text=_("In your words"), span="month", began=_("Since"), needs=("state",),
        details=(Detail("state", _("How it is"), RELATIONSHIPS),), wide=False, most=1, shape="facts",
    ),
)  # fmt: skip
BY_KIND = {each.kind: each for each in SECTIONS}


def sections_of(network: str) -> list[Section]:
    """The sections of a network's profiles, in their order."""
    return [each for each in SECTIONS if each.network == network]


def section_named(network: str, kind: str) -> Section | None:
    """The section of this network's profiles that holds entries of `kind`."""
    return next((each for each in SECTIONS if each.network == network and each.kind.value == kind), None)
