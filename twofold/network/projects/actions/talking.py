"""What is said to a task."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.projects import policies
from twofold.network.projects.actions.asking import at_task, insist, note_down
from twofold.network.projects.facts import TaskSaid
from twofold.network.projects.models import MAX_NOTE, Note, Task, What
from twofold.people.personas.models import Persona


@transaction.atomic
def say(actor: Persona, *, task: Task, text: str, at: datetime | None = None) -> Note:
    """Say something to a task, to those who read the board."""
    kept, there = at_task(actor, task, "say")
    words = clean_block(text)
    insist(policies.why_not_line(words, MAX_NOTE), field="text")
    insist(policies.why_too_many(there.notes_count, policies.MOST_NOTES), field="text")
    moment = at or clock.now()
    note = Note.objects.create(author=actor, audience=kept.inside, task=there, text=words, at=moment)
    Task.objects.filter(pk=there.pk).update(notes_count=F("notes_count") + 1)
    note_down(kept, actor, What.SAID, task=there, at=moment)
    announce(TaskSaid(note.pk, there.pk, actor.pk))
    return note


@transaction.atomic
def unsay(actor: Persona, *, task: Task, note_id: int) -> None:
    """Take back what one said oneself."""
    note = Note.objects.filter(pk=note_id, task=task, author=actor, live=True).first()
    if note is None:
        raise Absent
    note.delete()
    Task.objects.filter(pk=task.pk).update(notes_count=F("notes_count") - 1)
