"""A story told: pictures, a video or words, and for whom."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.posts.queries import own_pictures
from twofold.network.posts.views.desk import intend, laid_out
from twofold.network.stories import actions, forms, policies
from twofold.network.stories.forms import StoryForm
from twofold.network.stories.models import MAX_WORDS, Colour
from twofold.network.stories.views.answers import me
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.models import Persona

# What the desk does before anything is told.
_DESK = ("add", "people")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    author = me(request)
    form = forms.read(request.POST) if request.method == "POST" else StoryForm()
    if request.method == "POST":
        try:
            if _is_told(request, author, form):
                return see(reverse("web:home", args=[network]))
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form)


def _is_told(request: HttpRequest, author: Persona, form: StoryForm) -> bool:
    """Do what the pressed button says; whether that told the story."""
    made, intent = form.made, request.POST.get("intent", "")
    goes_on = intent in _DESK or intent.startswith("without:") or made.name or made.except_name
    intend(author, made, intent if goes_on else "check", request.FILES.getlist("pictures"))
    if goes_on:
        return False
    found = own_pictures(request.viewer, made.picture_ids)
    if len(found) < len(made.picture_ids):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="pictures")
    told = actions.tell(
        author, spec=made.spec, words=made.text, colour=form.colour, pictures=found, once=made.once
    )
    words = ngettext(
        "Your story is told. It ends by itself in a day.",
        "Your stories are told. They end by themselves in a day.",
        len(told),
    )
    messages.success(request, words)
    return True


def _form(request: HttpRequest, form: StoryForm) -> HttpResponse:
    context = {
        **laid_out(request, form.made),
        "form": form,
        "colours": Colour,
        "summary": _summary(request, form),
        "most_words": MAX_WORDS,
        "most_at_once": policies.MOST_AT_ONCE,
    }
    return render(request, "stories/new.html", context, status=422 if form.errors else 200)


def _summary(request: HttpRequest, form: StoryForm):
    try:
        return audience_summary(request.viewer, form.made.spec)
    except Refused:
        return None
