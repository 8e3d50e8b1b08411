"""What comes from the forms of albums: kept whole whatever is wrong with it."""

from dataclasses import dataclass, field

from django.http import QueryDict

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.network.albums.models import Album
from twofold.network.posts import forms as posts
from twofold.network.posts.forms import Composition
from twofold.people.audiences.specs import AudienceSpec, choices_of


@dataclass
class AlbumForm:
    """Name, description, and the audience as the composer's picker holds it."""

    title: str = ""
    description: str = ""
    made: Composition = field(default_factory=Composition)

    @property
    def errors(self) -> dict[str, str]:
        return self.made.errors

    @property
    def spec(self) -> AudienceSpec:
        return self.made.spec

    def refuse(self, refusal: Refused) -> None:
        self.made.refuse(refusal)


def read(data: QueryDict) -> AlbumForm:
    return AlbumForm(data.get("title", ""), data.get("description", ""), posts.read(data))


def from_album(album: Album, spec: AudienceSpec) -> AlbumForm:
    chosen, excepted = choices_of(spec)
    return AlbumForm(album.title, album.description, Composition(audience=chosen, excepted=excepted))


def ids_in(data: QueryDict, name: str) -> list[int]:
    """The ids under this name, several times or in one field, set apart by commas; nonsense left out."""
    found = []
    for text in ",".join(data.getlist(name)).split(","):
        try:
            found.append(decode(text.strip()))
        except ValueError:
            continue
    return found
