"""Files that hang on a task."""

from django.core.files.base import File as Upload
from django.db import transaction
from django.db.models import F

from twofold.network.files import actions as files
from twofold.network.files.models import File
from twofold.network.projects.actions.asking import at_task, note_down
from twofold.network.projects.models import Task, What
from twofold.people.personas.models import Persona


@transaction.atomic
def add_file(actor: Persona, *, task: Task, upload: Upload) -> File:
    """Hang a file on a task; one of the same name becomes its next version."""
    kept, there = at_task(actor, task, "work")
    made = files.keep_file(actor, body=kept.author, audience=kept.inside, upload=upload, about=there.pk)
    if made.number == 1:
        Task.objects.filter(pk=there.pk).update(files_count=F("files_count") + 1)
    note_down(kept, actor, What.FILED, task=there, words=made.name)
    return made


@transaction.atomic
def drop_file(actor: Persona, *, task: Task, file_id: int) -> str:
    """Take a file away with all its versions; its name."""
    kept, there = at_task(actor, task, "work")
    name = files.drop_file(body=kept.author, file_id=file_id, about=there.pk)
    Task.objects.filter(pk=there.pk).update(files_count=F("files_count") - 1)
    return name
