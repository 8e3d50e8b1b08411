"""What comes from the form of a story: kept whole whatever is wrong with it."""

from dataclasses import dataclass, field

from django.http import QueryDict

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.network.posts import forms as posts
from twofold.network.posts.forms import Composition
from twofold.network.stories.models import Colour


@dataclass
class StoryForm:
    """The words and their colour; pictures and audience as the composer's desk holds them."""

    colour: str = Colour.CORAL
    made: Composition = field(default_factory=Composition)

    @property
    def errors(self) -> dict[str, str]:
        return self.made.errors

    def refuse(self, refusal: Refused) -> None:
        self.made.refuse(refusal)


def read(data: QueryDict) -> StoryForm:
    return StoryForm(data.get("colour", "")[:8], posts.read(data))


def ids_in(data: QueryDict, name: str) -> list[int]:
    """The ids under this name; nonsense left out."""
    found = []
    for text in data.getlist(name):
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found
