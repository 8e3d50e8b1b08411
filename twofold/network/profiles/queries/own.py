"""What its owner alone reads of a profile."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.refusals import Absent
from twofold.network.profiles.models import Entry, EntryKind, SectionAudience
from twofold.network.profiles.queries.sections import Shown
from twofold.network.profiles.sections import BY_KIND
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, AudienceSpec
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Step:
    """A next step for a profile: what to do, why, and where: a section's kind, or "words" or "portraits"."""

    words: str | Promise
    why: str | Promise
    at: str


@dataclass(frozen=True)
class Completeness:
    done: int
    steps: Sequence[Step]

    @property
    def all(self) -> int:
        return self.done + len(self.steps)


_PICTURE = Step(_("Add a picture"), _("People recognise a face sooner than a name."), "portraits")
_STEPS = {
    Network.PROFESSIONAL: (
        Step(_("Say in a line what you do"), _("It stands beside your name everywhere."), "words"),
        Step(
            _("Add where you work, or worked"),
            _("Colleagues of then and now find you by it."),
            EntryKind.EXPERIENCE,
        ),
        Step(
            _("Tell your story in a few sentences"),
            _("It is the part of a profile that people read."),
            "about",
        ),
        Step(
            _("Add where you learnt it"), _("Those who learnt there with you find you."), EntryKind.EDUCATION
        ),
        Step(
            _("Add the languages you speak"), _("With each one more people can ask you."), EntryKind.LANGUAGE
        ),
    ),
    Network.SOCIAL: (
        Step(_("Say something about yourself"), _("It stands under your name."), "words"),
        Step(_("Add what you love doing"), _("It gives people something to begin with."), EntryKind.HOBBY),
        Step(_("Add a place that you call home"), _("Old neighbours find you by it."), EntryKind.LIVED),
    ),
}


def own_entry(viewer: Viewer, entry_id: int) -> Entry:
    """One of the viewer's own entries, to be changed. Absent otherwise."""
    found = Entry.objects.filter(pk=entry_id, author=viewer.id, live=True).select_related(
        "audience", "organisation"
    )
    entry = found.first()
    if entry is None:
        raise Absent
    return entry


def section_spec(persona: Persona, kind: str) -> AudienceSpec:
    """For whom a new entry of this section is: as its owner chose, else as is usual for it."""
    chosen = SectionAudience.objects.filter(persona=persona, kind=kind).select_related("audience").first()
    if chosen:
        return spec_of(chosen.audience)
    return EVERYONE if BY_KIND[EntryKind(kind)].wide else ALL_TIES


def completeness(persona: Persona, shown: Sequence[Shown], about: str) -> Completeness:
    """What is there and the next best steps, from what was read already: no query."""
    there = {each.section.kind.value for each in shown if each.groups}
    there |= {
        at
        for at, words in (("portraits", persona.picture), ("words", persona.line), ("about", about))
        if words
    }
    steps = [_PICTURE, *_STEPS[Network(persona.network)]]
    open_steps = [step for step in steps if str(step.at) not in there]
    return Completeness(len(steps) - len(open_steps), open_steps)
