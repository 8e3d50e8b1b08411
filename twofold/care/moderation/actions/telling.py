"""Who is told of a case, and only of their own part in it."""

from twofold.care.moderation.models import Case, Desk, Officer, Report
from twofold.care.moderation.models import Kind as What
from twofold.network.groups.queries import keepers_of
from twofold.reach.notifications.actions import remind
from twofold.reach.notifications.models import Kind


def tell_the_desk(case: Case) -> None:
    """Something waits for those who decide, but for whoever it is about or came from."""
    officers = Officer.objects.filter(persona__network=case.network).values_list("persona", flat=True)
    people = keepers_of(case.group) if case.desk == Desk.GROUP else set(officers)
    said = Report.objects.filter(case=case).values_list("reporter", flat=True)
    for each in people - {case.about_id} - set(said):
        remind(each, kind=Kind.REPORT_IN, bundle="report_in")


def tell_the_reporters(case: Case) -> None:
    said = Report.objects.filter(case=case).exclude(reporter=None)
    for each in said.values_list("reporter", flat=True):
        remind(each, kind=Kind.REPORT_DONE, bundle="report_done")


def tell_the_author(case: Case) -> None:
    """Whoever it is about, or those who keep the group that it is about."""
    people = keepers_of(case.thing) if case.kind == What.GROUP else {case.about_id}
    for each in people:
        remind(each, kind=Kind.TAKEN_DOWN, bundle="taken_down")
