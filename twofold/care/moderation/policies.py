"""Who may report what, and who decides on it."""

from datetime import timedelta

from django.utils.translation import gettext as _

from twofold.care.moderation.models import MAX_NOTE, Case, Desk, Officer, Outcome, Reason, Report
from twofold.care.moderation.things import TAKE_DOWN, Thing
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.groups.queries import keepers_of
from twofold.people.personas.models import Persona

A_DAY = 40
# So long those who keep a group have before their case is everybody's who looks after the network.
GROUP_FIRST = timedelta(days=3)
# So long the copies of decided cases are kept.
KEPT = timedelta(days=180)


def check_report(actor: Persona, thing: Thing, reason: str, note: str) -> None:
    if thing.about.pk == actor.pk:
        raise Refused(_("This is your own. You can delete it yourself."))
    if reason not in Reason.values:
        raise Refused(_("Say what is wrong with it."), field="reason")
    check_note(note)
    since = clock.now() - timedelta(days=1)
    if Report.objects.filter(reporter=actor, at__gt=since).count() >= A_DAY:
        raise Refused(_("You reported %(most)d things today. Go on tomorrow.") % {"most": A_DAY})


def check_note(text: str, field: str = "note") -> None:
    if len(text) > MAX_NOTE:
        raise Refused(
            _("At most %(most)d characters fit here; these are %(length)d.")
            % {"most": MAX_NOTE, "length": len(text)},
            field=field,
        )


def is_officer(persona_id: int) -> bool:
    return Officer.objects.filter(persona=persona_id).exists()


def desk_for(thing: Thing) -> Desk:
    """Where a case begins: with the group in which it stands, unless it is by somebody who keeps that group."""
    if thing.group and thing.about.pk not in keepers_of(thing.group):
        return Desk.GROUP
    return Desk.SERVER


def decides(persona: Persona, case: Case) -> bool:
    """Nobody decides on what is their own, or on what they reported themselves."""
    if persona.network != case.network or persona.pk == case.about_id:
        return False
    if Report.objects.filter(case=case, reporter=persona).exists():
        return False
    return persona.pk in keepers_of(case.group) if case.desk == Desk.GROUP else is_officer(persona.pk)


def open_acts(case: Case) -> list[str]:
    """What can be done with a case as it stands."""
    if case.outcome == Outcome.REMOVED and case.kind in TAKE_DOWN and case.desk == Desk.SERVER:
        return ["put_back", "keep"] if case.appealed else ["put_back"]
    if case.outcome == Outcome.SUSPENDED:
        return ["reinstate", "keep"] if case.appealed else ["reinstate"]
    if case.outcome:
        return []
    acts = ["dismiss"]
    if case.kind in TAKE_DOWN:
        acts.append("remove")
    return [*acts, "pass_on"] if case.desk == Desk.GROUP else [*acts, "suspend"]
