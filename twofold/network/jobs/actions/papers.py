"""What goes along with an application besides the CV, file by file: one that is refused takes no other with it."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.text import clean_line
from twofold.network.jobs.actions.applying import draft_of
from twofold.network.jobs.actions.asking import insist
from twofold.network.jobs.models import Paper
from twofold.network.jobs.policies import MOST_PAPERS, why_not_file, why_not_pdf
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_paper(actor: Persona, *, application_id: int, upload: UploadedFile, asked: str = "") -> Paper:
    """Add a file; where it answers to `asked`, words of the job, it takes the place of the one before."""
    application = draft_of(actor, application_id)
    there = Paper.objects.filter(application=application)
    if asked:
        there.filter(asked=asked).delete()
    most = _("%(most)d files are enough. Take one away first.") % {"most": MOST_PAPERS}
    insist("" if there.count() < MOST_PAPERS else most, field="paper")
    insist(why_not_file(upload.name or "", upload.size or 0), field="paper")
    data = upload.read()
    insist(why_not_pdf(data), field="paper")
    name = clean_line(upload.name or "")[-120:]
    return Paper.objects.create(application=application, asked=asked, name=name, size=len(data), data=data)


@transaction.atomic
def drop_paper(actor: Persona, *, application_id: int, paper_id: int) -> None:
    application = draft_of(actor, application_id)
    Paper.objects.filter(application=application, pk=paper_id).delete()
