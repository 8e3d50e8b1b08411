"""May this persona do that with jobs: the empty string says yes, any other is the reason why not.

Who hires for a page stands in a list of the page's own, which network/pages keeps. Whoever is not in it finds nothing
of what a hiring team finds: that is asked first, and answered with `Absent`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.network.jobs.models import Application, Job, Level, Period, Stage, State, Type, Workplace
from twofold.network.jobs.pay import CURRENCIES, countries
from twofold.network.jobs.portable import is_active, is_pdf
from twofold.people.audiences.models import Grant
from twofold.people.audiences.specs import AudienceSpec, PartRef
from twofold.people.personas.models import Network, Persona

HIRING = PartRef("hiring")
# For the hiring team of the page that owns such an audience, and for the author of the thing.
TEAM = AudienceSpec(parts=frozenset({HIRING}))
MOST_OPEN = 400
MOST_SKILLS = 12
MOST_QUESTIONS = 5
MOST_DOCUMENTS = 5
RADII = (10, 25, 50, 100, 200)
MOST_LEFT_OUT = 50
LONGEST = timedelta(days=180)
MOST_PAY = 100_000_000
REPLY_DAYS = (7, 14, 21, 30)
LENGTHS = {"title": 120, "place": 80, "text": 8000}
# What can become of a job by hand, from which states.
STEPS = {
    "publish": {State.DRAFT},
    "pause": {State.OPEN},
    "close": {State.OPEN, State.PAUSED, State.EXPIRED},
    "reopen": {State.PAUSED, State.CLOSED, State.EXPIRED},
    "drop": {State.DRAFT},
}
_CHOICES = {"workplace": Workplace, "type": Type, "level": Level, "period": Period}


def hires(persona_id: int, page_id: int) -> bool:
    rows = Grant.objects.filter(part__owner=page_id, part__kind=HIRING.kind, part__ref="", persona=persona_id)
    return rows.exists()


def why_not_kept(fields: Mapping[str, Any], skills: int) -> tuple[str, str]:
    """The field and the reason, for the first thing that not even a draft can say."""
    if not fields["title"]:
        return "title", _("Give the job a title.")
    for name, most in LENGTHS.items():
        if len(fields[name]) > most:
            return name, _("At most %(most)d characters fit here.") % {"most": most}
    for name, choices in _CHOICES.items():
        if fields[name] not in choices.values:
            return name, _("Choose one of the list.")
    if fields["country"] and fields["country"] not in dict(countries("en")):
        return "country", _("Choose one of the list.")
    if fields["radius"] not in (0, *RADII):
        return "radius", _("Choose one of the list.")
    if fields["keep_months"] not in KEEP_MONTHS:
        return "keep_months", _("Choose one of the list.")
    if fields["reply_days"] not in REPLY_DAYS:
        return "reply_days", _("Choose one of the list.")
    if skills > MOST_SKILLS:
        return "must", _("%(most)d skills are enough. Name those that matter.") % {"most": MOST_SKILLS}
    return _why_not_paid(fields)


def _why_not_paid(fields: Mapping[str, Any]) -> tuple[str, str]:
    low, high = fields["salary_low"], fields["salary_high"]
    if fields["currency"] and fields["currency"] not in CURRENCIES:
        return "currency", _("Choose one of the list.")
    for name, amount in (("salary_low", low), ("salary_high", high)):
        if amount is not None and not 0 < amount <= MOST_PAY:
            return name, _("Give what is paid as a number above zero.")
    if low is not None and high is not None and low > high:
        return "salary_high", _("The upper end is below the lower one.")
    if low is not None and high is not None and high > 3 * low:
        return "salary_high", _("So wide a range says nothing: at most three times the lower end.")
    return "", ""


def why_not_published(job: Job) -> tuple[str, str]:
    """The field and the reason, for the first thing that is missing before anybody can read it."""
    missing = (
        ("place", job.place or job.workplace == Workplace.REMOTE, _("Say where the work is.")),
        ("country", job.country, _("Say in which country.")),
        ("salary_low", job.salary_low, _("Every job here says what it pays: give the lower end.")),
        ("salary_high", job.salary_high, _("Every job here says what it pays: give the upper end.")),
        ("currency", job.currency, _("Say in which currency.")),
        ("text", job.text, _("Describe the work.")),
        ("closes_on", job.closes_on, _("Say until when one can apply.")),
    )
    for field, there, reason in missing:
        if not there:
            return field, reason
    return why_not_until(job.closes_on)


def why_not_until(day: date | None) -> tuple[str, str]:
    today = clock.now().date()
    if day is None or day < today:
        return "closes_on", _("That day is over. Choose one to come.")
    if day > today + LONGEST:
        return "closes_on", _("At most %(most)d days ahead.") % {"most": LONGEST.days}
    return "", ""


def kept_for(months: int) -> timedelta:
    return timedelta(days=months * 365 // 12)


def why_not_open(page: Persona) -> str:
    if page.network != Network.PROFESSIONAL:
        return _("Jobs are for work.")
    if Job.objects.filter(author=page, live=True).count() >= MOST_OPEN:
        return _("%(most)d open jobs are enough. Close one first.") % {"most": MOST_OPEN}
    return ""


MOST_FILE = 5 * 1024 * 1024
MOST_PAPERS = 8
MOST_LETTER, MOST_ANSWER, MOST_REMARK = 3000, 1500, 2000
MOST_REPLY, MOST_REPLIES, MOST_TEMPLATES = 3000, 20, 30
MOST_SLOTS = 6
MOST_OUTSIDE = 500
# How many months an employer may keep what was settled; half a year unless it says otherwise.
KEEP_MONTHS = (1, 3, 6, 12)
# How long a move by a button can be undone. Until then its author is not told.
UNDO = timedelta(minutes=1)
LENGTHS_OF_TALKS = (15, 30, 45, 60, 90, 120)
# From weak to strong.
VERDICTS = (1, 2, 3, 4)
MOST_CRITERIA = 6
# Where a hiring team can put an application, and which of these keep the promise of an answer.
MOVES = (Stage.REVIEW, Stage.INTERVIEW, Stage.OFFER, Stage.HIRED, Stage.REJECTED)
ANSWERS = (Stage.INTERVIEW, Stage.OFFER, Stage.HIRED, Stage.REJECTED)


def criteria(job: Job | None) -> list[str]:
    """What a scorecard asks for: the skills that the job needs, the first few of them."""
    if job is None:
        return []
    return list(job.skills.filter(must=True).order_by("place").values_list("name", flat=True)[:MOST_CRITERIA])


def why_not_apply(actor: Persona, job: Job) -> str:
    if job.source_url:
        return _("This job is applied for at the employer's own site.")
    if actor.is_page or actor.network != job.author.network:
        return _("Only people apply.")
    if hires(actor.pk, job.author_id):
        return _("You hire for this page. Somebody else can apply.")
    return ""


def why_not_reached(name: str, email: str, phone: str) -> tuple[str, str]:
    if not name:
        return "name", _("Say who applies.")
    if not email:
        return "email", _("Give an address at which the employer can answer.")
    try:
        validate_email(email)
    except ValidationError:
        return "email", _("That is no e-mail address.")
    if phone and not any(each.isdigit() for each in phone):
        return "phone", _("That is no telephone number.")
    return "", ""


def why_not_link(link: str) -> str:
    if link and not link.startswith(("https://", "http://")):
        return _("Give the whole address, from https:// on, or none.")
    return ""


def why_not_file(name: str, size: int) -> str:
    if size > MOST_FILE:
        return _("The file has %(size)d MB; up to %(most)d MB are taken.") % {
            "size": size // 1024 // 1024,
            "most": MOST_FILE // 1024 // 1024,
        }
    return "" if name.lower().endswith(".pdf") else _("Save it as a PDF and choose that.")


def why_not_pdf(data: bytes) -> str:
    if not is_pdf(data):
        return _("This is no PDF, whatever it is called. Save it as a PDF and choose that.")
    if is_active(data):
        return _("This PDF is locked, or can do something by itself. Print it to a new PDF and choose that.")
    return ""


def why_not_sent(application: Application, job: Job | None) -> tuple[str, str]:
    """The step and the reason, for the first thing that is missing."""
    if job is None or not job.live or (job.closes_on and job.closes_on < clock.now().date()):
        return "", _("The job closed while you were writing. Your draft is kept for you.")
    field, reason = why_not_reached(application.name, application.email, application.phone)
    if field:
        return "contact", reason
    if not application.cv_from:
        return "cv", _("Choose which CV goes along.")
    there = set(application.papers.values_list("asked", flat=True))
    lacking = [each["words"] for each in job.documents if each["needed"] and each["words"] not in there]
    if lacking:
        return "documents", _("“%(document)s” is asked for: add it.") % {"document": lacking[0]}
    answered = dict(application.answers)
    if any(each["needed"] and not answered.get(each["words"]) for each in job.questions):
        return "questions", _("A question waits for an answer.")
    return "", ""
