"""Who offers mentoring, who wishes for it, and who fits together, with the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.mentoring.models import Mentoring, Notice, Side, Topic
from twofold.network.mentoring.policies import BUSY
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.queries import mutual_counts
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

_LOOKED_AT = 60


@dataclass
class Match:
    """Somebody's notice that fits one's own; `reasons` say why, the strongest first."""

    notice: Notice
    score: float
    reasons: list[str]


def own(viewer: Viewer, side: str) -> Notice | None:
    """The viewer's own, open or closed."""
    rows = Notice.objects.filter(author=viewer.id, side=side).prefetch_related("topics")
    return rows.first() if viewer else None


def owns(viewer: Viewer) -> dict[str, Notice]:
    """Both of the viewer's own, by side; one query and one for their topics."""
    if not viewer:
        return {}
    rows = Notice.objects.filter(author=viewer.id).select_related("author").prefetch_related("topics")
    return {each.side: each for each in rows}


def notice(viewer: Viewer, notice_id: int) -> Notice:
    """One offer or wish. Absent where the viewer finds none."""
    found = _seen(viewer).filter(pk=notice_id).first()
    if found is None or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return found


def offer_of(viewer: Viewer, persona: Persona) -> Notice | None:
    """What somebody offers, as far as it is for the viewer: for their profile."""
    found = _offer_of(me=viewer.id, home=viewer.home, persona=persona.pk)
    return found[0] if found else None


@prepared
def _offer_of(me: int, home: str, persona: int) -> QuerySet[Notice]:
    return Notice.objects.visible_to(Viewer(me, home, "")).filter(author=persona, side=Side.OFFER)


def found(
    viewer: Viewer, side: str, *, name: str = "", before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Notice]:
    """Notices of others, the newest first; with `name` among their topics or in their words."""
    rows = _seen(viewer).filter(side=side).exclude(author=viewer.id)
    if name:
        told = Topic.objects.filter(folded__contains=folded(name)).values("notice")
        rows = rows.filter(Q(pk__in=told) | Q(about__icontains=name))
    if before is not None:
        rows = rows.filter(position__lt=before)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda each: each.position)


def offering(viewer: Viewer, terms: Iterable[int], names: Iterable[str], *, most: int = 40) -> list[Notice]:
    """Offers of others, with room left, about one of these skills: by its term, or by its folded name; newest first."""
    same = Q(term__in=list(terms)) | Q(folded__in=list(names))
    rows = _seen(viewer).filter(side=Side.OFFER, pk__in=Topic.objects.filter(same).values("notice"))
    found = rows.exclude(author=viewer.id).order_by("-position")[:most]
    return [each for each in found if each.taken < each.most]  # type: ignore[attr-defined]


def matches(viewer: Viewer, mine: Notice | None, *, most: int = 6) -> list[Match]:
    """Who fits what the viewer wishes or offers, the best first; a fixed number of queries.

    Only those with a topic in common, and not those with whom they have begun already.
    """
    if mine is None or not mine.live:
        return []
    topics = list(mine.topics.all())
    same = Q(folded__in=[each.folded for each in topics])
    if terms := [each.term_id for each in topics if each.term_id]:
        same |= Q(term__in=terms)
    other_side = Side.WISH if mine.side == Side.OFFER else Side.OFFER
    rows = _seen(viewer).filter(side=other_side, pk__in=Topic.objects.filter(same).values("notice"))
    begun = Mentoring.objects.filter(Q(mentor=viewer.id) | Q(mentee=viewer.id), live=True)
    apart = begun.values_list("mentor", "mentee")
    known = {each for pair in apart for each in pair} | {viewer.id}
    those = [each for each in rows.order_by("-position")[:_LOOKED_AT] if each.author_id not in known]
    common = mutual_counts(viewer, [each.author_id for each in those])
    made = [_match(mine, topics, each, common.get(each.author_id, 0)) for each in those]
    return sorted(made, key=lambda each: (-each.score, -each.notice.position))[:most]


def _match(mine: Notice, topics: list[Topic], theirs: Notice, common: int) -> Match:
    shared = _shared(topics, theirs.topics.all())
    score, reasons = 3.0 * len(shared), [_("In common: %(topics)s") % {"topics": ", ".join(shared)}]
    tongues = [each for each in theirs.tongues if each in mine.tongues]
    if tongues:
        score += 2
        names = ", ".join(str(get_language_info(each)["name_local"]) for each in tongues)
        reasons.append(_("You both speak %(languages)s") % {"languages": names})
    offered, wished = (mine, theirs) if mine.side == Side.OFFER else (theirs, mine)
    if offered.hours >= wished.hours:
        score += 1
        words = ngettext("%(num)d hour a month is enough", "%(num)d hours a month are enough", wished.hours)
        reasons.append(words % {"num": wished.hours})
    if common:
        score += min(common, 5) / 5
        words = ngettext("%(num)d connection in common", "%(num)d connections in common", common)
        reasons.append(words % {"num": common})
    return Match(theirs, score, reasons)


def _shared(mine: Iterable[Topic], theirs: Iterable[Topic]) -> list[str]:
    names, terms = {each.folded for each in mine}, {each.term_id for each in mine if each.term_id}
    return [each.name for each in theirs if each.folded in names or (each.term_id and each.term_id in terms)]


def _seen(viewer: Viewer) -> QuerySet[Notice]:
    """What the viewer may see, each with its topics, and by `taken` how many its author goes along with."""
    busy = Mentoring.objects.filter(mentor=OuterRef("author"), state__in=BUSY, live=True).order_by()
    counts = busy.values("mentor").annotate(number=Count("pk")).values("number")
    taken = Coalesce(Subquery(counts, output_field=IntegerField()), 0)
    rows = Notice.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"))
    rows = rows.select_related("author").annotate(taken=taken)
    return rows.prefetch_related(Prefetch("topics", Topic.objects.order_by("place")))
