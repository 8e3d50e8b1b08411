"""Albums themselves: made, changed, shown to others, taken away and brought back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.albums import policies, queries
from twofold.network.albums.facts import AlbumChanged, AlbumDeleted, AlbumMade
from twofold.network.albums.models import Album, Contributor, Item
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import compose
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.models import Audience, Scope
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec, PartRef
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PART = "album"
_AT_ONCE = 20


@transaction.atomic
def make_album(
    author: Persona, *, title: str, description: str = "", spec: AudienceSpec, at: datetime | None = None
) -> Album:
    """A new album of `author` for the audience `spec`. Announces AlbumMade."""
    title, description = clean_line(title), clean_block(description)
    policies.check_words(title, description)
    policies.check_new(author)
    number, moment = new_id(), at or clock.now()
    album = Album.objects.create(
        pk=number,
        author=author,
        audience=composed(author, spec),
        title=title,
        description=description,
        created_at=moment,
        changed_at=moment,
    )
    announce(AlbumMade(album.pk, author.pk))
    return album


@transaction.atomic
def change_album(author: Persona, *, album: Album, title: str, description: str, spec: AudienceSpec) -> Album:
    """Other words, or others who may see it; its pictures follow. Announces AlbumChanged."""
    album = own(author, album)
    title, description = clean_line(title), clean_block(description)
    policies.check_words(title, description)
    album.title, album.description = title, description
    album.save(update_fields=["title", "description"])
    readmit(author, album, spec)
    announce(AlbumChanged(album.pk))
    return album


def readmit(author: Persona, album: Album, spec: AudienceSpec) -> None:
    """Show an album and all that is in it to `spec`, and to those who add to it."""
    shared = Contributor.objects.filter(album=album, accepted=True).exists()
    audience = composed(author, spec, album if shared else None)
    if audience.pk == album.audience_id:
        return
    Album.objects.filter(pk=album.pk).update(audience=audience)
    album.audience = audience
    Picture.objects.filter(pk__in=Item.objects.filter(album=album).values("picture")).update(
        audience=audience
    )


def composed(author: Persona, spec: AudienceSpec, shared: Album | None = None) -> Audience:
    """The audience of an album: as chosen, and those who add to `shared`."""
    if shared is not None and spec.scope in (Scope.PARTS, Scope.ONLY_ME):
        parts = spec.parts | {PartRef(PART, str(shared.pk))}
        spec = AudienceSpec(Scope.PARTS, parts, spec.named, spec.except_parts, spec.except_named)
    try:
        return compose(author, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None


def chosen_spec(album: Album) -> AudienceSpec:
    """The audience as it was chosen: without those who are in it because they add to the album."""
    spec = spec_of(album.audience)
    parts = frozenset(each for each in spec.parts if each.kind != PART)
    if spec.scope == Scope.PARTS and not parts and not spec.named:
        return ONLY_ME
    return AudienceSpec(spec.scope, parts, spec.named, spec.except_parts, spec.except_named)


@transaction.atomic
def delete_album(author: Persona, *, album: Album) -> None:
    """Take an album away, with all that is in it. It can be brought back for a day. Announces AlbumDeleted."""
    album = own(author, album)
    Album.objects.filter(pk=album.pk).update(live=False, deleted_at=clock.now())
    _pictures(album).update(live=False)
    announce(AlbumDeleted(album.pk))


@transaction.atomic
def restore_album(author: Persona, *, album: Album) -> Album:
    album = queries.deleted(author, album.pk)
    policies.check_restore(album)
    Album.objects.filter(pk=album.pk).update(live=True, deleted_at=None)
    _pictures(album).update(live=True)
    announce(AlbumChanged(album.pk))
    return queries.get(Viewer.of(author), album.pk)


def own(author: Persona, album: Album) -> Album:
    """`album` as it stands now, held until the transaction ends. Absent unless seen, refused unless one's own."""
    found = queries.get(Viewer.of(author), album.pk)
    policies.check_owner(author, found)
    Album.objects.select_for_update().get(pk=found.pk)
    return found


def _pictures(album: Album):
    return Picture.objects.filter(pk__in=Item.objects.filter(album=album, removed_at=None).values("picture"))


def forget_deleted() -> int:
    """Remove for good what can no longer be brought back: albums and single pictures; how many."""
    limit = clock.now() - policies.RESTORED_WITHIN - timedelta(hours=1)
    albums = list(Album.objects.filter(deleted_at__lt=limit).values_list("pk", flat=True)[:_AT_ONCE])
    with transaction.atomic():
        held = list(Item.objects.filter(album__in=albums).values_list("picture", flat=True))
        out = list(Item.objects.filter(removed_at__lt=limit).values_list("picture", flat=True)[:500])
        Picture.objects.filter(pk__in=[*held, *out]).delete()
        Album.objects.filter(pk__in=albums).delete()
    return len(albums) + len(out)
