"""An audience as one choice of a select, for what is too small for the whole picker."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from twofold.people.audiences.specs import AudienceSpec, choices_of, parse
from twofold.people.graph.queries.audiences import Option

AS_IT_IS = "kept"


def choice_of(spec: AudienceSpec) -> str:
    """The one choice that means this audience, or `AS_IT_IS` where it takes more than one."""
    chosen, excepted = choices_of(spec)
    near = [each for each in chosen if each != "ties"] if "fof" in chosen else chosen
    return near[0] if len(near) == 1 and not excepted else AS_IT_IS


def spec_chosen(choice: str) -> AudienceSpec | None:
    """What a choice means; None where the audience stays as it is. Refused for one that is none."""
    return None if choice in ("", AS_IT_IS) else parse([choice])


def reach_options(options: Sequence[Option], chosen: str) -> list[tuple[str, str]]:
    """What one select offers; an audience that was composed elsewhere can stay as it is."""
    found = [(each.value, each.label) for each in options]
    if chosen not in dict(found):
        found.insert(0, (AS_IT_IS, _("As it is now: people and lists that you chose")))
    return found
