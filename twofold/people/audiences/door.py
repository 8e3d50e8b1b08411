"""The rule itself, once, as SQL: read by the ORM, by the few precompiled reads, and by set-based delivery.

In words. The author always sees what is the author's own; not what they only pass on, which others may close to them.
Whoever is denied by its author, or by the owner of its audience (the author of the thread, for a comment), never does.
Nobody does while either of the two is silenced: suspended by those who look after the server.
The owner of the audience sees it. Anyone else sees it if the audience reaches them, by its scope or by a part that
grants them, and no excepted part names them.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, BooleanField, Expression, F, Value

from twofold.people.personas.viewers import Viewer

ALWAYS = Value(True, output_field=BooleanField())

_RULE = """(
{author} = {viewer} AND {own} OR EXISTS (
 SELECT 1 FROM audiences_audience au WHERE au.id = {audience}
 AND NOT EXISTS (
  SELECT 1 FROM audiences_denial de WHERE de.persona_id = {viewer} AND de.by_id IN ({author}, au.owner_id))
 AND NOT EXISTS (SELECT 1 FROM audiences_silence si WHERE si.persona_id IN ({author}, au.owner_id))
 AND (au.owner_id = {viewer} OR (
  (au.scope = 3
   OR (au.scope = 2 AND au.network = {home})
   OR (au.scope = 1 AND EXISTS (
    SELECT 1 FROM audiences_component co
    JOIN audiences_grant gr ON gr.part_id = co.part_id AND gr.persona_id = {viewer}
    WHERE co.audience_id = au.id AND NOT co.excepted))
   OR (au.far AND EXISTS (
    SELECT 1 FROM audiences_component co
    JOIN audiences_grant near ON near.part_id = co.part_id
    JOIN audiences_part pa ON pa.owner_id = near.persona_id AND pa.kind = 'ties' AND pa.ref = ''
    JOIN audiences_grant gr ON gr.part_id = pa.id AND gr.persona_id = {viewer}
    WHERE co.audience_id = au.id AND co.steps = 2 AND NOT co.excepted)))
  AND NOT EXISTS (
   SELECT 1 FROM audiences_component co
   JOIN audiences_grant gr ON gr.part_id = co.part_id AND gr.persona_id = {viewer}
   WHERE co.audience_id = au.id AND co.excepted)))))"""

_PERSONA_RULE = """(
{persona} = {viewer} OR (
 ({reach} = 3 OR ({reach} = 2 AND {network} = {home}))
 AND NOT EXISTS (SELECT 1 FROM audiences_denial de WHERE de.persona_id = {viewer} AND de.by_id = {persona})))"""


def rule_sql(*, thing: str, viewer: str = "%(viewer)s", home: str = "%(home)s", own: str = "TRUE") -> str:
    """The rule as SQL for the thing under the alias `thing`; `viewer`, `home` and `own` are SQL too.

    For precompiled reads and INSERT … SELECT. Each use stands next to a test that holds it equal to `visible_to`.
    """
    rule = _RULE.format(
        author=f"{thing}.author_id", audience=f"{thing}.audience_id", viewer=viewer, home=home, own=own
    )
    return f"({thing}.live AND {rule})"


def persona_rule_sql(*, persona: str, viewer: str = "%(viewer)s", home: str = "%(home)s") -> str:
    """The rule for a persona under the alias `persona`: whether `viewer` may come across it."""
    rule = _PERSONA_RULE.format(
        persona=f"{persona}.id",
        reach=f"{persona}.reach",
        network=f"{persona}.network",
        viewer=viewer,
        home=home,
    )
    return f"({persona}.state = 0 AND {rule})"


def lasting_sql(*, thing: str, field: str, viewer: str = "%(viewer)s", now: str = "%(now)s") -> str:
    """What `Shared.ENDS` adds to the rule, as SQL: it has not ended, or it is the viewer's own."""
    return f"({thing}.{field} IS NULL OR {thing}.{field} > {now} OR {thing}.author_id = {viewer})"


class _Rule(Expression):
    """A rule whose holes are filled by other expressions, each as often as its name occurs."""

    output_field = BooleanField()
    conditional = True
    template = ""

    def __init__(self, **holes: Any):
        super().__init__()
        self.holes = {
            name: hole if hasattr(hole, "resolve_expression") else _value(hole)
            for name, hole in holes.items()
        }

    def get_source_expressions(self) -> list[Any]:
        return list(self.holes.values())

    def set_source_expressions(self, expressions: Sequence[Any]) -> None:
        self.holes = dict(zip(self.holes, expressions, strict=True))

    def as_sql(self, compiler, connection):
        compiled = {name: compiler.compile(hole) for name, hole in self.holes.items()}
        sql, params = [], []
        for text, name in _pieces(self.template):
            sql.append(text)
            if name:
                sql.append(compiled[name][0])
                params.extend(compiled[name][1])
        return "".join(sql), params


def _value(hole: int | str) -> Value:
    # Left to itself, Django binds a whole number as four bytes on PostgreSQL, which silently cuts an id in two.
    return Value(hole, output_field=BigIntegerField()) if isinstance(hole, int) else Value(hole)


def _pieces(template: str) -> list[tuple[str, str]]:
    pieces = []
    for piece in template.split("{"):
        name, brace, text = piece.partition("}")
        if brace:
            pieces.append(("", name))
            pieces.append((text, ""))
        else:
            pieces.append((piece, ""))
    return pieces


class Admits(_Rule):
    """Whether a viewer may see a shared thing, as a condition on a queryset."""

    template = _RULE

    @classmethod
    def thing(cls, viewer: Viewer, *, at: str = "", own: Any = ALWAYS) -> "Admits":
        """For the row itself, or for the shared thing that its foreign key `at` leads to; `own` as in `Shared.OWN`."""
        prefix = f"{at}__" if at else ""
        return cls(
            author=F(f"{prefix}author_id"),
            audience=F(f"{prefix}audience_id"),
            viewer=viewer.id,
            home=viewer.home,
            own=own,
        )

    @classmethod
    def persona_to(cls, *, author_id: int, audience_id: int) -> "Admits":
        """The same rule asked from the other side, on a queryset of personas: which of them may see this thing."""
        return cls(author=author_id, audience=audience_id, viewer=F("id"), home=F("network"), own=ALWAYS)


class AdmitsPersona(_Rule):
    """Whether a viewer may come across a persona, as a condition on a queryset of personas."""

    template = _PERSONA_RULE

    @classmethod
    def to(cls, viewer: Viewer, *, at: str = "") -> "AdmitsPersona":
        prefix = f"{at}__" if at else ""
        return cls(
            persona=F(f"{prefix}id"),
            reach=F(f"{prefix}reach"),
            network=F(f"{prefix}network"),
            viewer=viewer.id,
            home=viewer.home,
        )
