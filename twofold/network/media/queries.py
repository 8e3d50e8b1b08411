"""Reads of pictures: all ask the door."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.people.audiences.door import rule_sql
from twofold.people.audiences.models import Scope
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def get(viewer: Viewer, picture_id: int) -> Picture:
    """One picture. Absent where there is none, or none for this viewer."""
    found = Picture.objects.visible_to(viewer).filter(pk=picture_id).select_related("audience").first()
    if found is None:
        raise Absent
    return found


def own(viewer: Viewer, ids: Iterable[int]) -> list[Picture]:
    """Those of the viewer's own pictures that `ids` name, in that order; what is not theirs is left out."""
    wanted = list(dict.fromkeys(ids))
    found = Picture.objects.filter(author=viewer.id, live=True).in_bulk(wanted)
    return [found[each] for each in wanted if each in found]


_NETWORK = """SELECT aud.network FROM media_picture pi
JOIN audiences_audience aud ON aud.id = pi.audience_id WHERE pi.id = %s"""

_REACH = f"""SELECT aud.scope FROM media_picture pi
JOIN audiences_audience aud ON aud.id = pi.audience_id WHERE pi.id = %(picture)s AND {rule_sql(thing="pi")}"""


def network_of(picture_id: int) -> str:
    """In which network a picture is, for no one to hear: it decides only who is asked to be looking."""
    with connection.cursor() as cursor:
        cursor.execute(_NETWORK, [picture_id])
        row = cursor.fetchone()
    return row[0] if row else ""


def reach_of(viewer: Viewer, picture_id: int) -> Scope:
    """How far a picture reaches, if it reaches `viewer`: `get` for serving, which a page asks many times. Or Absent."""
    with connection.cursor() as cursor:
        cursor.execute(_REACH, {"picture": picture_id, "viewer": viewer.id, "home": viewer.home})
        row = cursor.fetchone()
    if row is None:
        raise Absent
    return Scope(row[0])


def is_picture(name: str) -> bool:
    """Whether a file of this name belongs to a picture that still is."""
    try:
        return Picture.objects.filter(pk=decode(name)).exists()
    except ValueError:
        return False


def is_portrait(name: str) -> bool:
    """Whether a persona still shows itself with this file."""
    return Persona.objects.filter(Q(picture=name) | Q(banner=name)).exists()
