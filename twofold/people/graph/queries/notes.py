"""What the viewer noted of people; nobody's but the viewer's own is ever read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.sets import select
from twofold.foundation.kit.text import folded
from twofold.people.audiences.door import persona_rule_sql
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


_MEMORIES = """
SELECT no.persona_id, no.text, '', '' FROM graph_note no WHERE no.by_id = %(viewer)s AND no.persona_id IN {ids}
UNION ALL
SELECT ta.persona_id, '', ta.name, ta.folded FROM graph_tag ta WHERE ta.by_id = %(viewer)s AND ta.persona_id IN {ids}
ORDER BY 4"""


def memories(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, Memory]:
    """What the viewer noted of each of these; one query. A `Memory` of nothing where there is nothing."""
    ids = set(persona_ids)
    found = {each: Memory() for each in ids}
    if viewer and ids:
        for persona_id, text, tag, _folded in select(_MEMORIES, {"viewer": viewer.id}, ids=ids):
            if tag:
                found[persona_id].tags.append(tag)
            else:
                found[persona_id].text = text
    return found


_TAGS = f"""SELECT MIN(ta.name), COUNT(*) FROM graph_tag ta JOIN personas_persona pe ON pe.id = ta.persona_id
WHERE ta.by_id = %(viewer)s AND {persona_rule_sql(persona="pe")} GROUP BY ta.folded ORDER BY ta.folded"""


def tags_of(viewer: Viewer) -> list[TagUse]:
    """The viewer's tags by name, with how many people of whom they may come across each stands for; one read."""
    return [TagUse(*row) for row in select(_TAGS, {"viewer": viewer.id, "home": viewer.home})]


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
