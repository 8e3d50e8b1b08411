"""What the audience picker offers, and what a choice in it means: in a sentence and by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.sets import select
from twofold.people.audiences.beforehand import admitted_beforehand
from twofold.people.audiences.door import persona_rule_sql
from twofold.people.audiences.models import Scope
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.audiences.specs import TIES_OF_TIES, AudienceSpec, PartRef
from twofold.people.graph.models import KINDS, Circle, TieKind
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

_MANY = {
    TieKind.COLLEAGUE: gettext_lazy("Colleagues"),
    TieKind.CLASSMATE: gettext_lazy("Classmates"),
    TieKind.CLIENT: gettext_lazy("Clients"),
    TieKind.MENTOR: gettext_lazy("Mentors"),
    TieKind.MENTEE: gettext_lazy("Mentees"),
    TieKind.PEER: gettext_lazy("Peers"),
    TieKind.FAMILY: gettext_lazy("Family"),
    TieKind.CLOSE: gettext_lazy("Close friends"),
    TieKind.FRIEND: gettext_lazy("Friends"),
    TieKind.ACQUAINTANCE: gettext_lazy("Acquaintances"),
}
_ALL_TIES = {
    Network.PROFESSIONAL: gettext_lazy("All connections"),
    Network.SOCIAL: gettext_lazy("All friends"),
}
_FAR = {
    Network.PROFESSIONAL: gettext_lazy("Connections of connections"),
    Network.SOCIAL: gettext_lazy("Friends of friends"),
}
SHOWN_NAMES = 50


@dataclass(frozen=True, slots=True)
class Option:
    """One choice in the picker. `value` is what `specs.parse` reads; `count` is None where there is no list."""

    value: str
    label: str
    hint: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a choice means: "Family (12) except Uncle Jo: 11 people", how many, and up to 50 names.

    `count` is None for everyone and for all members, who are not a list.
    """

    sentence: str
    count: int | None
    names: list[str]


def audience_options(viewer: Viewer) -> list[Option]:
    """What the viewer can choose from, widest first, with counts: two queries. Empty for a stranger."""
    if not viewer:
        return []
    network, counts = Network(viewer.home), _counts(viewer)
    options = [
        Option("everyone", _("Everyone"), _("Also people who are not members")),
        Option("members", _("Members"), _("Everyone with a presence in this network")),
        Option("fof", str(_FAR[network]), _("And your own")),
        Option("ties", str(_ALL_TIES[network]), _("Of every kind"), counts.get(("ties", ""), 0)),
    ]
    for kind in KINDS[network]:
        if number := counts.get(("ties", kind), 0):
            options.append(
                Option(f"kind:{kind}", str(_MANY[kind]), _("As you call them; nobody sees it"), number)
            )
    for circle in Circle.objects.filter(owner=viewer.id).order_by("name"):
        number = counts.get(("circle", str(circle.pk)), 0)
        options.append(
            Option(f"circle:{encode(circle.pk)}", circle.name, _("Your circle; only you know it"), number)
        )
    return [*options, Option("me", _("Only me"), _("Nobody else, until you change it"), 0)]


_HELD = f"""SELECT tie.kind, COUNT(*) FROM graph_tie tie JOIN personas_persona pe ON pe.id = tie.other_id
WHERE tie.owner_id = %(viewer)s AND {persona_rule_sql(persona="pe")} GROUP BY tie.kind"""


_INSIDE = f"""SELECT pa.kind, pa.ref, COUNT(*) FROM audiences_part pa
JOIN audiences_grant gr ON gr.part_id = pa.id JOIN personas_persona pe ON pe.id = gr.persona_id
WHERE pa.owner_id = %(viewer)s AND pa.kind IN ('ties', 'circle') AND {persona_rule_sql(persona="pe")}
GROUP BY pa.kind, pa.ref"""


def kinds_held(viewer: Viewer) -> list[Option]:
    """The kinds of which the viewer has ties, with how many; one read."""
    if not viewer:
        return []
    held = dict(select(_HELD, {"viewer": viewer.id, "home": viewer.home}))
    return [
        Option(kind, str(_MANY[kind]), "", held[kind]) for kind in KINDS[Network(viewer.home)] if kind in held
    ]


def audience_summary(
    viewer: Viewer, spec: AudienceSpec, lists: dict[tuple[str, str], str] | None = None
) -> Summary:
    """What `spec` would mean for something of the viewer's, by the rule that the server reads with.

    `lists`: `list_words`, where they were read already.
    """
    if viewer.persona is None:
        return Summary(_("Only me"), 0, [])
    lists = list_words(viewer) if lists is None else lists
    people = _people(viewer, [spec])
    words, exceptions = _words(viewer, spec, lists, people, _counts(viewer))
    if len(words) == 1 and not exceptions:
        words, exceptions = _words(viewer, spec, lists, people)
    chosen = _said(words, exceptions)
    if spec.scope in (Scope.EVERYONE, Scope.MEMBERS):
        return Summary(chosen, None, [])
    if not words:
        return Summary(chosen, 0, [])
    admitted = admitted_beforehand(viewer.persona, spec)
    number = len(admitted)
    counted = ngettext("%(number)d person", "%(number)d people", number) % {"number": number}
    sentence = _("%(chosen)s: %(people)s") % {"chosen": chosen, "people": counted}
    return Summary(sentence, number, [name for _id, name in admitted[:SHOWN_NAMES]])


def audiences_in_words(
    viewer: Viewer, specs: Sequence[AudienceSpec], lists: dict[tuple[str, str], str]
) -> list[str]:
    """What each of these compositions of the viewer's says, without numbers: those change. `lists`: `list_words`."""
    people = _people(viewer, specs)
    return [_said(*_words(viewer, spec, lists, people)) for spec in specs]


def list_words(viewer: Viewer) -> dict[tuple[str, str], str]:
    """What the viewer's own lists are called, by the kind and the ref of their parts; one query."""
    circles = Circle.objects.filter(owner=viewer.id).values_list("pk", "name")
    return (
        {("circle", str(pk)): name for pk, name in circles}
        | {("ties", kind): str(words) for kind, words in _MANY.items()}
        | {("ties", ""): str(_ALL_TIES[Network(viewer.home)])}
    )


def _people(viewer: Viewer, specs: Iterable[AudienceSpec]) -> dict[int, str]:
    """The names of whoever is chosen or excepted by name, as far as they are there for the viewer."""
    ids = {each for spec in specs for each in spec.named | spec.except_named}
    if not ids:
        return {}
    return dict(personas_visible_to(viewer).filter(pk__in=ids).values_list("pk", "name"))


def _said(words: list[str], exceptions: list[str]) -> str:
    chosen = _join(words) or _("Only me")
    if not exceptions:
        return chosen
    return _("%(chosen)s except %(exceptions)s") % {"chosen": chosen, "exceptions": _join(exceptions)}


def _words(
    viewer: Viewer,
    spec: AudienceSpec,
    lists: dict[tuple[str, str], str],
    people: dict[int, str],
    counts: dict[tuple[str, str], int] | None = None,
) -> tuple[list[str], list[str]]:
    """The chosen in words, and the exceptions in words; lists with how many are in them where that is counted."""

    def part(ref: PartRef) -> str:
        if ref == TIES_OF_TIES:
            return str(_FAR[Network(viewer.home)])
        label = lists.get((ref.kind, ref.ref), _("A list that is gone"))
        if counts is None:
            return label
        return _("%(list)s (%(number)d)") % {"list": label, "number": counts.get((ref.kind, ref.ref), 0)}

    def all_of(parts: frozenset[PartRef], ids: frozenset[int]) -> list[str]:
        return [part(each) for each in sorted(parts)] + sorted(people[each] for each in ids if each in people)

    wide = {Scope.EVERYONE: _("Everyone"), Scope.MEMBERS: _("Members of this network")}.get(spec.scope)
    chosen = [wide] if wide else all_of(spec.parts, spec.named)
    return chosen, all_of(spec.except_parts, spec.except_named)


def _counts(viewer: Viewer) -> dict[tuple[str, str], int]:
    """How many people are in each list of the viewer's ties and circles; those who are not there do not count."""
    rows = select(_INSIDE, {"viewer": viewer.id, "home": viewer.home})
    return {(kind, ref): number for kind, ref, number in rows}


def _join(words: list[str]) -> str:
    """A list as one says it."""
    if len(words) < 2:
        return "".join(words)
    return _("%(most)s and %(last)s") % {"most": ", ".join(words[:-1]), "last": words[-1]}
