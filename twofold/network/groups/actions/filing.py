"""Files of a group."""

from django.core.files.base import File as Upload
from django.db import transaction

from twofold.foundation.kit.refusals import Absent
from twofold.network.files import actions as files
from twofold.network.files.models import File
from twofold.network.groups import policies
from twofold.network.groups.actions.asking import insist, keeping, seen, standing
from twofold.network.groups.models import Group
from twofold.people.personas.models import Persona


@transaction.atomic
def add_file(actor: Persona, *, group: Group, upload: Upload) -> File:
    """Put a file into the group; one of the same name becomes its next version."""
    kept = seen(actor, group)
    mine = standing(kept, actor)
    if not policies.belongs(mine):
        raise Absent
    insist(policies.why_not_write(kept, mine))
    return files.keep_file(actor, body=kept.author, audience=kept.inside, upload=upload)


@transaction.atomic
def drop_file(actor: Persona, *, group: Group, file_id: int) -> str:
    """Take a file away with all its versions; its name."""
    kept, _mine = keeping(actor, group, "look")
    return files.drop_file(body=kept.author, file_id=file_id)
