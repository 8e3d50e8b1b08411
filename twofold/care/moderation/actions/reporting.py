"""Reporting something."""

from django.db import transaction

from twofold.care.moderation.actions.telling import tell_the_desk
from twofold.care.moderation.models import Case, Exhibit, Report
from twofold.care.moderation.policies import check_report, desk_for
from twofold.care.moderation.things import Thing, find
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.media import shelf
from twofold.network.media.actions import file_name
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MOST_PICTURES = 4


@transaction.atomic
def report(actor: Persona, *, kind: str, thing_id: int, reason: str, note: str = "") -> Report:
    """Say what is wrong with something that `actor` sees; a copy of it is kept. Saying it again changes the words."""
    thing, note = find(Viewer.of(actor), kind, thing_id), clean_block(note)
    check_report(actor, thing, reason, note)
    case = _case(actor, thing)
    row, made = Report.objects.update_or_create(
        case=case,
        reporter=actor,
        defaults={"reason": reason, "note": note},
        create_defaults={"reason": reason, "note": note, "copy": thing.copy, "at": clock.now()},
    )
    if made:
        _keep_pictures(row, thing)
        tell_the_desk(case)
    return row


def _case(actor: Persona, thing: Thing) -> Case:
    found = Case.objects.select_for_update().filter(kind=thing.kind, thing=thing.id, outcome="").first()
    return found or Case.objects.create(
        network=actor.network,
        kind=thing.kind,
        thing=thing.id,
        about=thing.about,
        group=thing.group,
        desk=desk_for(thing),
        opened_at=clock.now(),
    )


def _keep_pictures(row: Report, thing: Thing) -> None:
    for place, picture_id in enumerate(thing.pictures[:MOST_PICTURES]):
        try:
            with shelf.opened(shelf.PICTURES, file_name(picture_id, "medium")) as file:
                Exhibit.objects.create(report=row, place=place, file=file.read())
        except Absent:  # still in the making
            continue
