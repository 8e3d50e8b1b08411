"""What comes from the composer: kept whole whatever is wrong with it, so that nothing typed is ever lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.posts.models import Draft, Post
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import AudienceSpec, choices_of, parse
from twofold.people.personas.models import Persona

PRESETS = ("everyone", "members", "fof", "ties", "me")
SOME = "some"


@dataclass
class Composition:
    """The fields of the composer. `errors` are by field; `pictures` and `people` are looked up by whoever asks."""

    text: str = ""
    warning: str = ""
    language: str = ""
    audience: list[str] = field(default_factory=lambda: ["ties"])
    excepted: list[str] = field(default_factory=list)
    picture_ids: list[int] = field(default_factory=list)
    alts: dict[int, str] = field(default_factory=dict)
    quote_of: int | None = None
    parent: int | None = None
    draft_id: int | None = None
    once: str = field(default_factory=lambda: token_urlsafe(18))
    errors: dict[str, str] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    people: dict[int, Persona] = field(default_factory=dict)
    name: str = ""
    except_name: str = ""

    @property
    def reach(self) -> str:
        """The radio that is on: one of the presets, or `some`."""
        return self.audience[0] if len(self.audience) == 1 and self.audience[0] in PRESETS else SOME

    @property
    def spec(self) -> AudienceSpec:
        return parse(self.audience, self.excepted)

    @property
    def named_ids(self) -> list[int]:
        return _ids(value.partition(":")[2] for value in self.audience if value.startswith("named:"))

    @property
    def excepted_ids(self) -> list[int]:
        return _ids(value.partition(":")[2] for value in self.excepted if value.startswith("named:"))

    def check(self) -> None:
        """What no action can see: text that did not arrive as it was typed."""
        if "\ufffd" in self.text or "\ufffd" in self.warning:
            raise Refused(
                _("Some characters could not be read; they stand as �. Replace them."), field="text"
            )

    def refuse(self, refusal: Refused) -> None:
        self.errors[refusal.field or "form"] = str(refusal.reason)

    def as_draft(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "warning": self.warning,
            "language": self.language,
            "audience": self.audience,
            "except": self.excepted,
            "pictures": self.picture_ids,
            "quote_of": self.quote_of,
            "parent": self.parent,
        }

    @property
    def is_blank(self) -> bool:
        return not (self.text.strip() or self.warning.strip() or self.picture_ids)


def read(data: QueryDict) -> Composition:
    """The composer's fields as they were sent."""
    reach = data.get("reach", "")
    some = [value for value in data.getlist("audience") if value]
    made = Composition(
        text=data.get("text", ""),
        warning=data.get("warning", ""),
        language=data.get("language", "")[:12],
        audience=[reach] if reach in PRESETS else some,
        excepted=[value for value in data.getlist("except") if value],
        picture_ids=_ids(data.getlist("picture")),
        quote_of=id_in(data, "quote"),
        parent=id_in(data, "parent"),
        draft_id=id_in(data, "draft"),
        name=data.get("name", "")[:80].strip(),
        except_name=data.get("except_name", "")[:80].strip(),
    )
    made.alts = {each: data.get(f"alt-{encode(each)}", "") for each in made.picture_ids}
    made.once = data.get("once", "")[:60] or made.once
    return made


def from_draft(draft: Draft) -> Composition:
    """A draft, to go on with."""
    kept = draft.fields
    return Composition(
        text=kept.get("text", ""),
        warning=kept.get("warning", ""),
        language=kept.get("language", ""),
        audience=kept.get("audience") or ["ties"],
        excepted=kept.get("except", []),
        picture_ids=[each for each in kept.get("pictures", []) if isinstance(each, int)],
        quote_of=kept.get("quote_of"),
        parent=kept.get("parent"),
        draft_id=draft.pk,
        once=f"draft-{draft.pk}",
    )


def from_post(post: Post, pictures: Iterable[Picture]) -> Composition:
    """A post, to be edited."""
    chosen, excepted = choices_of(spec_of(post.audience))
    held = list(pictures)
    return Composition(
        text=post.text,
        warning=post.warning,
        language=post.language,
        audience=chosen,
        excepted=excepted,
        picture_ids=[each.pk for each in held],
        pictures=held,
    )


def id_in(data: QueryDict, name: str) -> int | None:
    found = _ids([data.get(name, "")])
    return found[0] if found else None


def _ids(texts: Iterable[str]) -> list[int]:
    found = []
    for text in texts:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found
