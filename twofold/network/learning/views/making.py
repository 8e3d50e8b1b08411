"""Beginning a course, describing it, letting people see it, its figures, and giving it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.learning import actions, forms, outlines, queries
from twofold.network.learning.forms import CourseForm
from twofold.network.learning.models import MAX_ABOUT, MAX_SUMMARY, MAX_TITLE
from twofold.network.learning.outlines import Outline
from twofold.network.learning.queries import Place
from twofold.network.learning.views.answers import WORK, see, shown
from twofold.network.posts.views.desk import intend, laid_out
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request, only=WORK)
    form = forms.read_course(request.POST) if request.method == "POST" else CourseForm()
    if request.method == "POST" and not _is_choosing(request, form):
        try:
            made = actions.make_course(actor, **form.as_words())
            messages.success(request, _("The draft is there. Nobody but you sees it until you publish it."))
            return see("make", made.pk)
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.own(request.viewer.itself, course_id)
    given = request.method == "POST"
    form = forms.read_course(request.POST) if given else forms.from_course(place.course)
    if given and not _is_choosing(request, form):
        try:
            actions.edit_course(actor, course=place.course, **form.as_words())
            messages.success(request, _("Kept."))
            return see("make", course_id)
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form, place)


def _is_choosing(request: HttpRequest, form: CourseForm) -> bool:
    """Whether the form came only to add people by name to its audience."""
    wants = request.POST.get("intent") == "people"
    if not wants and not (form.made.name or form.made.except_name):
        return False
    try:
        intend(me(request), form.made, "people")
    except Refused as refusal:
        form.refuse(refusal)
        return True
    return wants


def _form(request: HttpRequest, form: CourseForm, place: Place | None = None) -> HttpResponse:
    try:
        summary = audience_summary(request.viewer, form.made.spec)  # type: ignore[attr-defined]
    except Refused:
        summary = None
    context = {
        **laid_out(request, form.made),
        "form": form,
        "summary": summary,
        "tongues": forms.tongues(),
        "most": {"title": MAX_TITLE, "summary": MAX_SUMMARY, "about": MAX_ABOUT},
        "tab": "make",
    }
    if place:
        return shown(request, "edit", place, problem=form.errors, **context)
    return render(request, "learning/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, network: str) -> HttpResponse:
    """A course from Markdown files in a zip; what is wrong with them is said line by line."""
    actor, outline, problem = me(request, only=WORK), Outline(), ""
    if request.method == "POST":
        try:
            outline = outlines.read(forms.unpacked(request.FILES.get("file")))
            made = actions.import_course(actor, outline=outline)
            messages.success(request, _imported(outline))
            return see("make", made.pk)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {"problem": problem, "problems": outline.problems}
    return render(request, "learning/import.html", words, status=422 if problem else 200)


def _imported(outline: Outline) -> str:
    words = _("The course is there as a draft. Look through it, then publish it.")
    if outline.left:
        names = ", ".join(each[:60] for each in outline.left[:5])
        words += " " + _("Left out, since they are no Markdown: %(names)s.") % {"names": names}
    return words


@require_POST
def state(request: HttpRequest, network: str, course_id: int, act: str) -> HttpResponse:
    """Published, or withdrawn."""
    actor = me(request, only=WORK)
    place = queries.own(request.viewer.itself, course_id)
    try:
        if act == "publish":
            actions.publish(actor, course=place.course)
            messages.success(request, _("Published: those you chose find it now."))
        elif act == "withdraw":
            actions.unpublish(actor, course=place.course)
            messages.success(request, _("Withdrawn: nobody finds it any more. Who takes it can go on."))
        else:
            raise Absent
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("make", course_id)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    """Give it up for good, after typing its title."""
    actor = me(request, only=WORK)
    place, problem = queries.own(request.viewer.itself, course_id), ""
    if request.method == "POST":
        if request.POST.get("title", "").strip().casefold() == place.course.title.casefold():
            actions.close_course(actor, course=place.course)
            messages.success(request, _("The course is gone. Certificates stay with those who have them."))
            return see("home")
        problem = _("Type the title of the course, to be sure that it is this one.")
    return shown(request, "close", place, tab="make", problem=problem)


@require_safe
def figures(request: HttpRequest, network: str, course_id: int) -> HttpResponse:
    me(request, only=WORK)
    viewer = request.viewer.itself
    place = queries.own(viewer, course_id)
    return shown(request, "figures", place, tab="figures", figures=queries.figures(viewer, place.course))


@require_POST
def take_out(request: HttpRequest, network: str, course_id: int, persona_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.own(request.viewer.itself, course_id)
    actions.take_out(actor, course=place.course, persona_id=persona_id)
    messages.success(request, _("They take the course no more."))
    return see("figures", course_id)
