"""What is in an album: added, put in order, described, moved, taken out and brought back."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.albums import policies, queries
from twofold.network.albums.actions.making import own
from twofold.network.albums.facts import AlbumChanged, PicturesAdded
from twofold.network.albums.models import MAX_CAPTION, Album, Item
from twofold.network.media.actions import place_in
from twofold.network.media.models import Picture
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

STEP = 1_000  # between two places, so that one can be put between them


@transaction.atomic
def add_pictures(
    author: Persona, *, album: Album, pictures: Sequence[Picture], captions: Sequence[str] = ()
) -> list[Item]:
    """Put pictures of one's own at the end of an album that one may add to. Announces PicturesAdded."""
    album = queries.get(Viewer.of(author), album.pk)
    policies.check_add(author, album, pictures)
    if not pictures:
        return []
    place_in(author, pictures=pictures, audience_id=album.audience_id, place="album")
    words = [_checked(each) for each in captions] + [""] * (len(pictures) - len(captions))
    last = _last(album)
    made = Item.objects.bulk_create(
        Item(album=album, picture=each, place=last + STEP * number, caption=caption)
        for number, (each, caption) in enumerate(zip(pictures, words, strict=True), 1)
    )
    _changed(album, cover=pictures[0])
    announce(PicturesAdded(album.pk, author.pk, len(made)))
    return made


def _last(album: Album) -> int:
    return Item.objects.filter(album=album).aggregate(last=Max("place"))["last"] or 0


def _changed(album: Album, *, cover: Picture | None = None) -> None:
    """The album moved up; `cover` lies on top where nothing did."""
    Album.objects.filter(pk=album.pk).update(changed_at=clock.now())
    if cover is not None:
        Album.objects.filter(pk=album.pk, cover=None).update(cover=cover)


@transaction.atomic
def caption_item(actor: Persona, *, picture_id: int, caption: str) -> Item:
    """Say something below a picture."""
    item = queries.item(Viewer.of(actor), picture_id)
    policies.check_item(actor, item)
    item.caption = _checked(caption)
    item.save(update_fields=["caption"])
    announce(AlbumChanged(item.album_id))
    return item


def _checked(caption: str) -> str:
    caption = clean_block(caption)
    if len(caption) > MAX_CAPTION:
        raise Refused(
            _("There is room for %(limit)d characters below it.") % {"limit": MAX_CAPTION}, field="caption"
        )
    return caption


@transaction.atomic
def arrange(author: Persona, *, album: Album, order: Sequence[int]) -> None:
    """Put these pictures of one's album into this order, where they stand now. Others keep their places."""
    album = own(author, album)
    found = {each.picture_id: each for each in Item.objects.filter(album=album, picture__in=list(order))}
    wanted = [found[each] for each in dict.fromkeys(order) if each in found]
    places = sorted(each.place for each in wanted)
    for item, place in zip(wanted, places, strict=True):
        item.place = place
    Item.objects.bulk_update(wanted, ["place"], batch_size=200)
    announce(AlbumChanged(album.pk))


@transaction.atomic
def shift(author: Persona, *, album: Album, picture_id: int, by: int) -> None:
    """Let a picture of one's album change places with its neighbour: `by` -1 the one before, 1 the one after."""
    album = own(author, album)
    item = Item.objects.filter(album=album, picture=picture_id, removed_at=None).first()
    if item is None:
        raise Absent
    others = Item.objects.filter(album=album, removed_at=None)
    ahead = (
        others.filter(place__lt=item.place).order_by("-place")
        if by < 0
        else others.filter(place__gt=item.place).order_by("place")
    ).first()
    if ahead is not None:
        item.place, ahead.place = ahead.place, item.place
        Item.objects.bulk_update([item, ahead], ["place"])
        announce(AlbumChanged(album.pk))


@transaction.atomic
def set_cover(author: Persona, *, album: Album, picture_id: int) -> None:
    """What lies on top of one's album."""
    album = own(author, album)
    item = Item.objects.filter(album=album, picture=picture_id, removed_at=None).first()
    if item is None:
        raise Absent
    Album.objects.filter(pk=album.pk).update(cover=item.picture_id)
    announce(AlbumChanged(album.pk))


@transaction.atomic
def move_items(actor: Persona, *, picture_ids: Sequence[int], target: Album) -> int:
    """Move pictures of one's own into another album that one may add to; how many. They reach whom that one reaches."""
    viewer = Viewer.of(actor)
    target = queries.get(viewer, target.pk)
    found = [queries.item(viewer, each) for each in dict.fromkeys(picture_ids)]
    for item in found:
        policies.check_own_item(actor, item)
    policies.check_add(actor, target, [each.picture for each in found])
    last = _last(target)
    for number, item in enumerate(found, 1):
        item.album, item.place = target, last + STEP * number
        item.save(update_fields=["album", "place"])
    moved = [each.picture_id for each in found]
    _uncover(moved)
    Picture.objects.filter(pk__in=moved).update(audience=target.audience_id)
    if found:
        _changed(target, cover=found[0].picture)
        announce(AlbumChanged(target.pk))
    return len(found)


@transaction.atomic
def remove_items(actor: Persona, *, picture_ids: Sequence[int]) -> list[int]:
    """Take pictures out, and away; for a day they can be brought back. Announces AlbumChanged for each album."""
    found = [queries.item(Viewer.of(actor), each) for each in dict.fromkeys(picture_ids)]
    for item in found:
        policies.check_item(actor, item)
    ids = [each.picture_id for each in found]
    Item.objects.filter(picture__in=ids).update(removed_at=clock.now())
    _uncover(ids)
    Picture.objects.filter(pk__in=ids).update(live=False)
    for album_id in {each.album_id for each in found}:
        announce(AlbumChanged(album_id))
    return ids


@transaction.atomic
def restore_items(actor: Persona, *, picture_ids: Sequence[int]) -> int:
    """Bring back what was taken out, by who may take it out; how many."""
    gone = Item.objects.filter(picture__in=list(picture_ids), album__live=True).exclude(removed_at=None)
    gone = gone.exclude(removed_at=policies.TAKEN_DOWN)
    found = list(gone.select_related("album", "picture"))
    for item in found:
        queries.get(Viewer.of(actor), item.album_id)
        policies.check_item(actor, item)
    ids = [each.picture_id for each in found]
    Item.objects.filter(picture__in=ids).update(removed_at=None)
    Picture.objects.filter(pk__in=ids).update(live=True)
    for item in found:
        _changed(item.album, cover=item.picture)
        announce(AlbumChanged(item.album_id))
    return len(ids)


@transaction.atomic
def take_down(picture_id: int) -> None:
    """Whatever its author says: what those who look after the network decided. Nobody can bring it back."""
    for row in Item.objects.filter(picture=picture_id):
        Item.objects.filter(pk=row.pk).update(removed_at=policies.TAKEN_DOWN)
        _uncover([picture_id])
        Picture.objects.filter(pk=picture_id).update(live=False)
        announce(AlbumChanged(row.album_id))


@transaction.atomic
def put_back(picture_id: int) -> None:
    """Undo `take_down`."""
    rows = Item.objects.filter(picture=picture_id, removed_at=policies.TAKEN_DOWN)
    for row in rows.select_related("album", "picture"):
        Item.objects.filter(pk=row.pk).update(removed_at=None)
        Picture.objects.filter(pk=picture_id).update(live=row.album.live)
        _changed(row.album, cover=row.picture)
        announce(AlbumChanged(row.album_id))


def _uncover(picture_ids: Sequence[int]) -> None:
    """Where one of these lay on top of an album and is no longer in it, the first that is lies there now."""
    for album in Album.objects.filter(cover__in=list(picture_ids)):
        rest = Item.objects.filter(album=album, removed_at=None)
        if not rest.filter(picture=album.cover_id).exists():
            first = rest.order_by("place").values_list("picture", flat=True).first()
            Album.objects.filter(pk=album.pk).update(cover=first)
