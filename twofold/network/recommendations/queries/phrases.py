"""How a writer knows somebody, as one says it of them."""

from django.utils.translation import gettext as _

from twofold.network.recommendations.models import Relation


def phrase(relation: str, name: str) -> str:
    """What stands after the writer's name: "led the team that Nadia was in"."""
    return _PHRASES[Relation(relation)]() % {"name": name}


def relations(name: str) -> list[tuple[str, str]]:
    """All of them, to choose from."""
    return [(relation.value, phrase(relation, name)) for relation in Relation]


_PHRASES = {
    Relation.COLLEAGUE: lambda: _("worked with %(name)s"),
    Relation.MANAGER: lambda: _("led the team that %(name)s was in"),
    Relation.REPORT: lambda: _("was led by %(name)s"),
    Relation.CLIENT: lambda: _("was a client of %(name)s"),
    Relation.SUPPLIER: lambda: _("worked for %(name)s from outside"),
    Relation.TEACHER: lambda: _("taught or mentored %(name)s"),
    Relation.STUDENT: lambda: _("learned from %(name)s"),
    Relation.PEER: lambda: _("knows the work of %(name)s"),
}
