"""What the viewer noted of people; nobody's but the viewer's own is ever read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.text import folded
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Note, Tag
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass
class Memory:
    """The viewer's note on somebody, and their words for them."""

    text: str = ""
    tags: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.text or self.tags)


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag of the viewer's and for how many people it stands."""

    name: str
    count: int


def memories(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, Memory]:
    """What the viewer noted of each of these; two queries. A `Memory` of nothing where there is nothing."""
    ids = set(persona_ids)
    found = {each: Memory() for each in ids}
    if not viewer or not ids:
        return found
    for persona_id, text in Note.objects.filter(by=viewer.id, persona__in=ids).values_list("persona", "text"):
        found[persona_id].text = text
    tags = Tag.objects.filter(by=viewer.id, persona__in=ids).order_by("folded")
    for persona_id, name in tags.values_list("persona", "name"):
        found[persona_id].tags.append(name)
    return found


def tags_of(viewer: Viewer) -> list[TagUse]:
    """The viewer's tags by name, with how many people of whom they may come across each stands for."""
    people = personas_visible_to(viewer).values("pk")
    rows = Tag.objects.filter(by=viewer.id, persona__in=people).values("name", "folded")
    counted = rows.annotate(number=Count("pk")).order_by("folded")
    return [TagUse(row["name"], row["number"]) for row in counted]


def complete_tag(viewer: Viewer, text: str, *, limit: int = 8) -> list[TagUse]:
    """Those of the viewer's tags that begin with `text`, or a word of which does; the most used first."""
    wanted = folded(text)
    found = [each for each in tags_of(viewer) if f" {folded(each.name)}".find(f" {wanted}") >= 0]
    return sorted(found, key=lambda each: (-each.count, each.name))[:limit] if wanted else []


def noted(
    viewer: Viewer, *, tag: str = "", text: str = "", before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """People on whom the viewer keeps a note or a tag, tied or not, by name.

    `tag` keeps those with that tag; `text` those whose name, note or tag holds it.
    """
    note = Note.objects.filter(by=viewer.id, persona=OuterRef("pk"))
    tags = Tag.objects.filter(by=viewer.id, persona=OuterRef("pk"))
    rows = personas_visible_to(viewer).filter(Q(Exists(note)) | Q(Exists(tags)))
    if tag:
        rows = rows.filter(Exists(tags.filter(folded=folded(tag))))
    if text:
        inside = Exists(note.filter(text__icontains=text)) | Exists(
            tags.filter(folded__contains=folded(text))
        )
        rows = rows.filter(Q(name__icontains=text) | Q(inside))
    if last := Persona.objects.filter(pk=read_cursor(before) or 0).first():
        rows = rows.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    return cut(list(rows.order_by("name", "pk")[: size + 1]), size, lambda row: row.pk)
