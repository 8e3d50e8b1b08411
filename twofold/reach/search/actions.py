"""Keeping the index, and what somebody searched for."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.network.events.models import Event
from twofold.network.groups.models import Group
from twofold.network.posts.models import Post
from twofold.network.profiles.models import Entry
from twofold.people.personas.models import Persona
from twofold.reach.search.models import Document, Kind, Near, Recent
from twofold.reach.search.queries.recent import MOST
from twofold.reach.search.words import LONGEST_WORD, put, spellings, split, take_out

_BATCH = 500


def index_persona(persona_id: int) -> None:
    _personas(Persona.objects.filter(pk=persona_id))


def index_entry(entry_id: int) -> None:
    _entries(Entry.objects.filter(pk=entry_id))


def index_post(post_id: int) -> None:
    _posts(Post.objects.filter(pk=post_id))


def index_group(group_id: int) -> None:
    _groups(Group.objects.filter(pk=group_id))


def index_event(event_id: int) -> None:
    _events(Event.objects.filter(pk=event_id))


@transaction.atomic
def forget(kind: Kind, refs: Iterable[int]) -> None:
    """Take things out of the index."""
    held = Document.objects.filter(kind=kind, ref__in=list(refs))
    take_out(list(held.values_list("pk", flat=True)))
    held.delete()


def forget_persona(persona_id: int) -> None:
    """Take somebody out who is gone for good, with what they searched for."""
    forget(Kind.PERSONA, [persona_id])
    forget(Kind.ENTRY, Entry.objects.filter(author=persona_id).values_list("pk", flat=True))
    Recent.objects.filter(persona=persona_id).delete()


def reindex(progress: Callable[[str], None] = lambda text: None) -> int:
    """Build the whole index anew, in batches; how many documents."""
    total = 0
    for count in (
        _all_of(Persona.objects.filter(state=Persona.State.ACTIVE), _personas),
        _all_of(Entry.objects.filter(live=True), _entries),
        _all_of(Post.objects.filter(live=True, repost_of=None), _posts),
        _all_of(Group.objects.filter(live=True), _groups),
        _all_of(Event.objects.filter(live=True), _events),
    ):
        for number in count:
            total += number
            progress(f"{total} documents")
    return total


def _all_of(rows: QuerySet, index: Callable[[QuerySet], None]) -> Iterator[int]:
    """Index all of `rows` in batches by id; how many each time."""
    last = -(2**63)
    while batch := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_BATCH]):
        index(rows.filter(pk__in=batch))
        last = batch[-1]
        yield len(batch)


def _personas(rows: QuerySet[Persona]) -> None:
    held = list(rows.filter(state=Persona.State.ACTIVE))
    words = [
        (each.pk, each.network, 0, f"{each.name} {each.handle} {each.line} {each.place}") for each in held
    ]
    documents = _keep(Kind.PERSONA, words)
    Near.objects.filter(document__in=documents.values()).delete()
    Near.objects.bulk_create(
        Near(document_id=documents[each.pk], spelling=spelling[:LONGEST_WORD])
        for each in held
        for spelling in spellings(split(each.name))
    )


def _entries(rows: QuerySet[Entry]) -> None:
    found = []
    for each in rows.filter(live=True).select_related("author").prefetch_related("skills"):
        skills = " ".join(skill.name for skill in each.skills.all())
        words = f"{each.title} {each.organisation_name} {each.place} {skills}"
        found.append((each.pk, each.author.network, 0, words))
    _keep(Kind.ENTRY, found)


def _posts(rows: QuerySet[Post]) -> None:
    held = rows.filter(live=True, repost_of=None).exclude(text="")
    _keep(Kind.POST, [(each.pk, each.network, each.position, f"{each.warning} {each.text}") for each in held])


def _groups(rows: QuerySet[Group]) -> None:
    held = rows.filter(live=True)
    _keep(Kind.GROUP, [(each.pk, each.network, each.position, f"{each.name} {each.about}") for each in held])


def _events(rows: QuerySet[Event]) -> None:
    held = rows.filter(live=True).select_related("author")
    words = [(each.pk, each.author.network, f"{each.title} {each.area} {each.description}") for each in held]
    _keep(Kind.EVENT, [(ref, network, 0, text) for ref, network, text in words])


@transaction.atomic
def _keep(kind: Kind, found: Sequence[tuple[int, str, int, str]]) -> dict[int, int]:
    """Write documents; their ids by what they stand for."""
    Document.objects.bulk_create(
        (
            Document(kind=kind, ref=ref, network=network, position=position, words=" ".join(split(text)))
            for ref, network, position, text in found
        ),
        update_conflicts=True,
        unique_fields=["kind", "ref"],
        update_fields=["words", "position"],
        batch_size=200,
    )
    kept = Document.objects.filter(kind=kind, ref__in=[each[0] for each in found])
    rows = list(kept.values_list("pk", "ref", "words"))
    put([(number, words) for number, _ref, words in rows])
    return {ref: number for number, ref, _words in rows}


@transaction.atomic
def remember(persona: Persona, words: str) -> None:
    """Note what somebody searched for; only the latest few stay."""
    Recent.objects.update_or_create(persona=persona, words=words, defaults={"at": clock.now()})
    surplus = list(Recent.objects.filter(persona=persona).order_by("-at").values_list("pk", flat=True)[MOST:])
    Recent.objects.filter(pk__in=surplus).delete()


def forget_searches(persona: Persona) -> None:
    Recent.objects.filter(persona=persona).delete()
