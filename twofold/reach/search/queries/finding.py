"""What words find. Each statement asks the door of the thing itself, in the same breath as the index."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from twofold.foundation.kit.paging import Page, cut
from twofold.network.events.drawing import Line, lines
from twofold.network.events.queries import next_or_last
from twofold.network.groups.models import Group
from twofold.network.messaging.models import Message
from twofold.network.messaging.queries import searched
from twofold.network.posts.door import post_rule_sql
from twofold.network.posts.models import Hashtag, Post
from twofold.people.audiences.door import persona_rule_sql, rule_sql
from twofold.people.audiences.queries import by_handles
from twofold.people.graph.queries import nearness
from twofold.people.graph.queries.near import Nearness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.search.asking import Asked
from twofold.reach.search.models import Kind
from twofold.reach.search.words import matching, spellings

SIZE = 20
# So many people of these words are looked at; the nearest of them are shown.
LOOKED_AT = 400
_MOST_NEAR = 4

_PEOPLE = f"""
SELECT pe.id FROM search_document d JOIN personas_persona pe ON pe.id = d.ref
WHERE d.kind = {int(Kind.PERSONA)} AND d.network = %(network)s AND {{match}} AND pe.kind {{sort}}
 AND {persona_rule_sql(persona="pe")}
UNION
SELECT pe.id FROM search_document d JOIN profiles_entry en ON en.id = d.ref
JOIN personas_persona pe ON pe.id = en.author_id
WHERE d.kind = {int(Kind.ENTRY)} AND d.network = %(network)s AND {{match}} AND pe.kind {{sort}}
 AND {persona_rule_sql(persona="pe")} AND {rule_sql(thing="en")}
LIMIT {LOOKED_AT}"""
_NEAR = f"""
SELECT pe.id FROM search_document d JOIN personas_persona pe ON pe.id = d.ref
WHERE d.kind = {int(Kind.PERSONA)} AND d.network = %(network)s AND {{near}} AND pe.kind {{sort}}
 AND {persona_rule_sql(persona="pe")} LIMIT {SIZE}"""
_POSTS = f"""
SELECT po.id, d.position FROM search_document d JOIN posts_post po ON po.id = d.ref
WHERE d.kind = {int(Kind.POST)} AND d.network = %(network)s AND {{match}} {{more}}
 AND {post_rule_sql(thing="po")} ORDER BY d.position DESC LIMIT {SIZE + 1}"""
_GROUPS = f"""
SELECT gr.id FROM search_document d JOIN groups_group gr ON gr.id = d.ref
WHERE d.kind = {int(Kind.GROUP)} AND d.network = %(network)s AND {{match}} AND gr.archived_at IS NULL
 AND {rule_sql(thing="gr")} ORDER BY gr.members_count DESC, gr.id LIMIT {SIZE}"""
_EVENTS = f"""
SELECT ev.id FROM search_document d JOIN events_event ev ON ev.id = d.ref
WHERE d.kind = {int(Kind.EVENT)} AND d.network = %(network)s AND {{match}}
 AND {rule_sql(thing="ev")} ORDER BY ev.begins_at DESC, ev.id LIMIT {LOOKED_AT}"""
_KEPT = "AND po.id IN (SELECT post_id FROM posts_save WHERE persona_id = %(viewer)s)"
_TAGS = f"""
SELECT ha.id FROM posts_hashtag ha WHERE ha.network = %(network)s AND ha.name >= %(low)s AND ha.name < %(high)s
 AND EXISTS (SELECT 1 FROM posts_tagging ta JOIN posts_post po ON po.id = ta.post_id
  WHERE ta.tag_id = ha.id AND {post_rule_sql(thing="po")})
ORDER BY ha.name LIMIT {SIZE}"""

Found = tuple[Persona, Nearness]


def people(viewer: Viewer, asked: Asked) -> list[Found]:
    """People with these words in their name, headline, place or in what of their profile is for the viewer.

    The nearest first; of equally near ones those with the words in their name. Where nothing matches, those whose names
    are spelt almost so.
    """
    return _personas(viewer, asked, f"= '{Persona.Kind.PERSON.value}'")


def pages(viewer: Viewer, asked: Asked) -> list[Found]:
    """Pages of organisations, in the same way."""
    return _personas(viewer, asked, f"<> '{Persona.Kind.PERSON.value}'")


def posts(viewer: Viewer, asked: Asked, before: int | None = None, *, saved: bool = False) -> Page[Post]:
    """Posts and comments that hold all of it, the newest first; with `saved` among what the viewer kept."""
    more, values = _KEPT if saved else "", {}
    if asked.author:
        author = by_handles(viewer, viewer.network, [asked.author]).get(asked.author)
        more, values["author"] = f"{more} AND po.author_id = %(author)s", author.pk if author else 0
    limit = min((each for each in (asked.before, before) if each is not None), default=None)
    if limit is not None:
        more, values["limit"] = f"{more} AND d.position < %(limit)s", limit
    rows = _read(viewer, asked, _POSTS.replace("{more}", more), values)
    page = cut(rows, SIZE, lambda row: row[1])
    known = Post.objects.select_related("author", "audience").in_bulk([row[0] for row in page.rows])
    return Page([known[row[0]] for row in page.rows if row[0] in known], page.after)


def groups(viewer: Viewer, asked: Asked) -> list[Group]:
    """Groups that are called or say so, those with most members first."""
    ids = [row[0] for row in _read(viewer, asked, _GROUPS, {})] if asked.plain else []
    known = Group.objects.select_related("author").in_bulk(ids)
    return [known[each] for each in ids if each in known]


def events(viewer: Viewer, asked: Asked) -> list[Line]:
    """Events: what comes, the soonest first, then what was."""
    ids = [row[0] for row in _read(viewer, asked, _EVENTS, {})] if asked.plain else []
    return lines(viewer, next_or_last(viewer, ids, SIZE)) if ids else []


def messages(viewer: Viewer, asked: Asked) -> list[Message]:
    """The viewer's own conversations, as their search finds them."""
    return searched(viewer, asked.plain)


def tags(viewer: Viewer, asked: Asked) -> list[Hashtag]:
    """Hashtags that begin like the first word, on something that the viewer may see."""
    if not asked.words:
        return []
    word = asked.words[0]
    rows = _run(viewer, _TAGS, {"low": word, "high": word + "\U0010ffff"})
    known = Hashtag.objects.in_bulk([row[0] for row in rows])
    return [known[row[0]] for row in rows]


def _personas(viewer: Viewer, asked: Asked, sort: str) -> list[Found]:
    if not (asked.words or asked.phrases):
        return []
    ids: list[int] = [row[0] for row in _read(viewer, asked, _PEOPLE.replace("{sort}", sort), {})]
    if not ids and asked.words:
        ids = _almost(viewer, asked, sort)
    known, close = Persona.objects.in_bulk(ids), nearness(viewer, ids)
    rows = [known[each] for each in ids if each in known and each != viewer.id]
    rows.sort(key=lambda each: (close[each.pk].degree or 4, not _named(each, asked), each.name))
    return [(each, close[each.pk]) for each in rows[:SIZE]]


def _almost(viewer: Viewer, asked: Asked, sort: str) -> list[int]:
    """Those whose names have a word almost like each that was asked for."""
    near: list[str] = []
    values: dict[str, str] = {}
    for number, word in enumerate(asked.words[:_MOST_NEAR]):
        ways = {f"s{number}_{place}": each for place, each in enumerate(sorted(spellings([word])))}
        marks = ", ".join(f"%({name})s" for name in ways)
        near.append(f"d.id IN (SELECT document_id FROM search_near WHERE spelling IN ({marks}))")
        values |= ways
    statement = _NEAR.replace("{sort}", sort).replace("{near}", " AND ".join(near))
    return [row[0] for row in _run(viewer, statement, values)]


def _named(persona: Persona, asked: Asked) -> bool:
    name = f"{persona.name} {persona.handle}".casefold()
    return all(word in name for word in asked.words)


def _read(viewer: Viewer, asked: Asked, statement: str, values: dict[str, Any]) -> Sequence[Any]:
    match, words = "TRUE", ""
    if asked.words or asked.phrases:
        match, words = matching(asked.words, asked.phrases)
    return _run(viewer, statement.replace("{match}", match), {**values, "words": words})


def _run(viewer: Viewer, statement: str, values: dict[str, Any]) -> Sequence[Any]:
    who: dict[str, Any] = {"viewer": viewer.id, "home": viewer.home, "network": viewer.network}
    with connection.cursor() as cursor:
        cursor.execute(statement, {**who, **values})
        return cursor.fetchall()
