"""What comes from the composer: kept whole whatever is wrong with it, so that nothing typed is ever lost."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from secrets import token_urlsafe
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import Picture
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import MAX_OPTIONS, Draft, Post
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import AudienceSpec, choices_of, parse
from twofold.people.personas.models import Persona

PRESETS = ("everyone", "members", "fof", "ties", "me")
SOME = "some"
# As many answers as are kept when too many come: what is wrong is said of what was typed.
_MOST_OPTIONS = MAX_OPTIONS + 4


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
    occasion: str = ""
    feeling: str = ""
    place: str = ""
    replies: int = 0
    options: list[str] = field(default_factory=list)
    many: bool = False
    days: int = 7
    due: str = ""
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
    def extras(self) -> Extras:
        return Extras(
            self.occasion, self.feeling, self.place, self.replies, tuple(self.options), self.many, self.days
        )

    @property
    def is_plain(self) -> bool:
        """Whether it has nothing that stands behind the composer's further buttons."""
        return not (self.occasion or self.feeling or self.place)

    def due_in(self, zone: str) -> datetime | None:
        """When it is to be sent, as it was typed in a time zone; None where that is no time."""
        try:
            return datetime.fromisoformat(self.due).replace(tzinfo=ZoneInfo(zone))
        except ValueError:
            return None

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
            **asdict(self.extras),
            "options": self.options,
        }

    @property
    def is_blank(self) -> bool:
        return not (self.text.strip() or self.warning.strip() or self.picture_ids or any(self.options))


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
        occasion=data.get("occasion", "")[:12],
        feeling=data.get("feeling", "")[:12],
        place=data.get("place", "")[:400],
        replies=_number(data.get("replies", ""), 0),
        options=[each[:400] for each in data.getlist("option")][:_MOST_OPTIONS],
        many=data.get("many") == "on",
        days=_number(data.get("days", ""), 7),
        due=data.get("due", "")[:25],
        quote_of=id_in(data, "quote"),
        parent=id_in(data, "parent"),
        draft_id=id_in(data, "draft"),
        name=data.get("name", "")[:80].strip(),
        except_name=data.get("except_name", "")[:80].strip(),
    )
    made.alts = {each: data.get(f"alt-{encode(each)}", "") for each in made.picture_ids}
    made.once = data.get("once", "")[:60] or made.once
    return made


def from_draft(draft: Draft, zone: str = "UTC") -> Composition:
    """A draft, to go on with; its time as it is in a time zone."""
    kept = draft.fields
    return Composition(
        text=kept.get("text", ""),
        warning=kept.get("warning", ""),
        language=kept.get("language", ""),
        audience=kept.get("audience") or ["ties"],
        excepted=kept.get("except", []),
        picture_ids=[each for each in kept.get("pictures", []) if isinstance(each, int)],
        occasion=kept.get("occasion", ""),
        feeling=kept.get("feeling", ""),
        place=kept.get("place", ""),
        replies=kept.get("replies", 0),
        options=list(kept.get("options", [])),
        many=kept.get("many", False),
        days=kept.get("days", 7),
        quote_of=kept.get("quote_of"),
        parent=kept.get("parent"),
        due=f"{draft.due_at.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}" if draft.due_at else "",
        draft_id=draft.pk,
        # What was had back is in no draft any more: it is a submission of its own.
        once=f"draft-{draft.pk}" if draft.pk else token_urlsafe(18),
    )


def from_post(post: Post, pictures: Iterable[Picture]) -> Composition:
    """A post, to be edited."""
    chosen, excepted = chosen_for(post)
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


def chosen_for(post: Post) -> tuple[list[str], list[str]]:
    """What to tick to reach whom `post` reaches; nothing where that is somebody else's to choose, as in a group."""
    own = post.audience.owner_id == post.author_id
    return choices_of(spec_of(post.audience)) if own else ([], [])


def id_in(data: QueryDict, name: str) -> int | None:
    found = _ids([data.get(name, "")])
    return found[0] if found else None


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise


def _ids(texts: Iterable[str]) -> list[int]:
    found = []
    for text in texts:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found
