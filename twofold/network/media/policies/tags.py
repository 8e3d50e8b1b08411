"""Who may be named on a picture, and who may answer."""

from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.models import PersonTag, Picture
from twofold.people.audiences.queries import can_see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

MAX_TAGS = 30


def check_tag(actor: Persona, picture: Picture, persona: Persona) -> None:
    """`actor` may propose that `persona` is on `picture`. Whether they may come across each other is asked before."""
    if picture.author_id != actor.pk:
        raise Refused(_("Only the one who added this picture can say who is on it."), forbidden=True)
    if persona.is_page:
        raise Refused(_("Only people can be named on a picture."), field="name")
    if persona.network != actor.network or not can_see(Viewer.of(persona), picture):
        raise Refused(
            _("%(name)s is not among those who can see this picture, and a name never changes that.")
            % {"name": persona.name},
            field="name",
        )
    if PersonTag.objects.filter(picture=picture).count() >= MAX_TAGS:
        raise Refused(_("A picture has room for %(most)d names.") % {"most": MAX_TAGS}, field="name")
