"""Keeping jobs and searches for later, and what the courier finds for those who want to be told."""

from collections.abc import Callable

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.passing import in_passing
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.jobs.actions.asking import insist
from twofold.network.jobs.facts import AlertFound
from twofold.network.jobs.models import Job, SavedJob, SavedSearch
from twofold.network.jobs.queries import NOBODYS, Mine, read_search, since
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST_SAVED = 400
MOST_SEARCHES = 20


@transaction.atomic
def save_job(actor: Persona, *, job: Job) -> None:
    """Twice is once."""
    if not can_see(Viewer.of(actor), job):
        raise Absent
    full = SavedJob.objects.filter(persona=actor).count() >= MOST_SAVED
    insist(_("%(most)d saved jobs are enough. Let some go first.") % {"most": MOST_SAVED} if full else "")
    SavedJob.objects.get_or_create(persona=actor, job=job, defaults={"at": clock.now()})


def let_go(actor: Persona, *, job_id: int) -> None:
    SavedJob.objects.filter(persona=actor, job=job_id).delete()


@transaction.atomic
def keep_search(actor: Persona, *, query: str, name: str = "") -> SavedSearch:
    """Keep a search as it stands in the address. The same one twice is once."""
    asked = read_search(QueryDict(query[:2_000]))
    insist("" if asked.narrow else _("Search for something first."))
    cleaned = asked.query()[:600]
    full = SavedSearch.objects.filter(persona=actor).count() >= MOST_SEARCHES
    insist(_("%(most)d searches are enough. Let one go first.") % {"most": MOST_SEARCHES} if full else "")
    words = clean_line(name)[:80] or " · ".join(filter(None, (asked.what, asked.where, *asked.skills)))[:80]
    now = clock.now()
    found, _made = SavedSearch.objects.get_or_create(
        persona=actor,
        query=cleaned,
        defaults={"name": words or _("Filters alone"), "seen": clock.position_of(now), "made_at": now},
    )
    return found


@transaction.atomic
def change_search(actor: Persona, *, search_id: int, act: str) -> None:
    """Let the courier tell of it ("tell"), or not ("hush"), or let it go ("drop")."""
    search = _own(actor, search_id)
    if act == "drop":
        search.delete()
        return
    # What came meanwhile is not told of at once.
    search.alert, search.seen = act == "tell", clock.position_of(clock.now())
    search.save(update_fields=["alert", "seen"])


@transaction.atomic
def open_search(actor: Persona, *, search_id: int) -> SavedSearch:
    """What was new in it is read now."""
    search = _own(actor, search_id)
    if search.fresh:
        with in_passing():
            SavedSearch.objects.filter(pk=search.pk).update(fresh=0)
    return search


def look_for_all(bring: Callable[[Viewer], Mine]) -> int:
    """Look for new jobs for each search that wants to be told of; in how many there were some. `bring` says what those
    who keep them bring along."""
    rows = SavedSearch.objects.filter(alert=True, persona__state=Persona.State.ACTIVE).values_list(
        "pk", flat=True
    )
    return sum(_look(pk, bring) for pk in rows.iterator(chunk_size=500))


@transaction.atomic
def _look(search_id: int, bring: Callable[[Viewer], Mine]) -> int:
    search = SavedSearch.objects.select_related("persona").filter(pk=search_id, alert=True).first()
    if search is None:
        return 0
    viewer, asked = Viewer.of(search.persona), read_search(QueryDict(search.query))
    found = since(viewer, asked, search.seen, bring(viewer) if asked.personal else NOBODYS)
    if not found:
        return 0
    search.fresh, search.seen = min(99, search.fresh + len(found)), max(found)
    search.save(update_fields=["fresh", "seen"])
    announce(AlertFound(search.pk, search.persona_id))
    return 1


def _own(actor: Persona, search_id: int) -> SavedSearch:
    found = SavedSearch.objects.select_for_update().filter(pk=search_id, persona=actor).first()
    if found is None:
        raise Absent
    return found
