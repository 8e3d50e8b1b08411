"""Who is on a picture, as far as they agreed and are there for the viewer."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection
from django.db.models import F, Q

from twofold.foundation.kit.paging import Page
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import PersonTag, Picture
from twofold.network.media.queries.pictures import newest
from twofold.people.audiences.door import AdmitsPersona, persona_rule_sql
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

AGREED = Q(state=PersonTag.State.CONFIRMED, agreed_for=F("picture__audience"))
# Nobody has said no, and what they may have said yes to was another audience.
OPEN = ~Q(state=PersonTag.State.DECLINED) & ~AGREED


_ON = f"""SELECT tag.picture_id, pe.id, pe.name, pe.handle, pe.network FROM media_persontag tag
JOIN media_picture pi ON pi.id = tag.picture_id AND pi.audience_id = tag.agreed_for
JOIN personas_persona pe ON pe.id = tag.persona_id
WHERE tag.state = 1 AND tag.picture_id IN ({{ids}}) AND {persona_rule_sql(persona="pe")}
ORDER BY tag.created_at, tag.id"""


class Named(NamedTuple):
    """Somebody on a picture."""

    id: int
    name: str
    handle: str
    network: str


def people_on(viewer: Viewer, picture_ids: Iterable[int]) -> dict[int, list[Named]]:
    """Who is on these pictures, which the door let through: those who agreed and whom the viewer may come across."""
    found: dict[int, list[Named]] = defaultdict(list)
    ids = ", ".join(f"{each:d}" for each in picture_ids) or "0"
    with connection.cursor() as cursor:
        cursor.execute(_ON.replace("{ids}", ids), {"viewer": viewer.id, "home": viewer.home})
        for picture, *who in cursor.fetchall():
            found[picture].append(Named(*who))
    return found


def tags_of(viewer: Viewer, picture: Picture) -> list[PersonTag]:
    """All that the viewer proposed on a picture of their own, with whether it shows; a no looks like no answer yet."""
    if picture.author_id != viewer.id:
        return []
    tags = PersonTag.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), picture=picture, persona__state=Persona.State.ACTIVE
    )
    found = list(tags.select_related("persona").order_by("created_at", "pk"))
    for tag in found:
        tag.picture = picture
    return found


def proposals(viewer: Viewer, size: int = 60) -> list[PersonTag]:
    """Where the viewer is said to be and has not agreed for those who see it now; each with its `picture`."""
    mine = PersonTag.objects.filter(OPEN, persona=viewer.id, picture__in=Picture.objects.visible_to(viewer))
    return list(
        mine.select_related("picture__author", "picture__audience", "by").order_by("-created_at")[:size]
    )


def asks_about_pictures(by_id: int, persona_id: int) -> bool:
    """Whether somebody waits for another's yes to a name, on any picture."""
    open_ones = PersonTag.objects.filter(by=by_id, persona=persona_id, state=PersonTag.State.PROPOSED)
    return open_ones.exists()


def own_tag(viewer: Viewer, picture_id: int) -> PersonTag:
    """The tag that says the viewer is on a picture that they may see. Absent otherwise, and once it was declined."""
    mine = PersonTag.objects.filter(persona=viewer.id, picture__in=Picture.objects.visible_to(viewer))
    found = (
        mine.filter(picture=picture_id)
        .exclude(state=PersonTag.State.DECLINED)
        .select_related("picture")
        .first()
    )
    if found is None:
        raise Absent
    return found


def of_me(viewer: Viewer, before: str | None = None, size: int = 60) -> Page[Picture]:
    """The pictures on which the viewer agreed to be, the newest first. Nobody can ask for another's."""
    agreed = PersonTag.objects.filter(AGREED, persona=viewer.id).values("picture")
    return newest(Picture.objects.visible_to(viewer).filter(pk__in=agreed), before, size)


def of_two(viewer: Viewer, persona: Persona, before: str | None = None, size: int = 60) -> Page[Picture]:
    """Pictures with the viewer and `persona`: both are on it, or one took it and the other is on it.

    The newest first, and only those that both of them may see.
    """

    def on(who: int) -> Q:
        return Q(pk__in=PersonTag.objects.filter(AGREED, persona=who).values("picture"))

    mine, theirs = on(viewer.id), on(persona.pk)
    both = mine & theirs | Q(author=viewer.id) & theirs | Q(author=persona) & mine
    return newest(
        Picture.objects.visible_to(viewer).visible_to(Viewer.of(persona)).filter(both), before, size
    )
