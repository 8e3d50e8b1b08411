"""Who adds to an album besides its owner: asked, and only with their yes."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.albums import policies, queries
from twofold.network.albums.actions.making import PART, chosen_spec, make_album, own, readmit
from twofold.network.albums.facts import ContributorAnswered, ContributorInvited
from twofold.network.albums.models import Album, Contributor, Item
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import grant, revoke
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.audiences.specs import ONLY_ME
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def invite(author: Persona, *, album: Album, persona: Persona) -> None:
    """Ask somebody to add to one's album; it grants nothing yet. Who said no hears nothing more of it."""
    album = own(author, album)
    if not personas_visible_to(Viewer.of(author)).filter(pk=persona.pk).exists():
        raise Absent
    policies.check_invite(author, album, persona)
    _row, made = Contributor.objects.get_or_create(
        album=album, persona=persona, defaults={"invited_at": clock.now()}
    )
    if made:
        Album.objects.filter(pk=album.pk).update(shared=True)
        announce(ContributorInvited(album.pk, persona.pk, author.pk))


@transaction.atomic
def accept(persona: Persona, *, album_id: int) -> Album:
    """Say yes: from now on one sees the album and may add to it."""
    row = queries.invitation(Viewer.of(persona), album_id)
    Contributor.objects.filter(pk=row.pk).update(accepted=True)
    album = row.album
    grant(album.author, PART, str(album.pk), persona)
    readmit(album.author, album, chosen_spec(album))
    announce(ContributorAnswered(album.pk, persona.pk, album.author_id))
    return album


@transaction.atomic
def decline(persona: Persona, *, album_id: int) -> None:
    """Say no, or stop adding to it. What one added stays, until one takes it out."""
    row = queries.invitation(Viewer.of(persona), album_id)
    Contributor.objects.filter(pk=row.pk).update(accepted=False, declined=True)
    revoke(row.album.author, PART, str(album_id), persona)
    announce(ContributorAnswered(album_id, persona.pk, row.album.author_id))


@transaction.atomic
def uninvite(author: Persona, *, album: Album, persona_id: int) -> None:
    """Let somebody add no more. What they added stays."""
    album = own(author, album)
    row = Contributor.objects.filter(album=album, persona=persona_id).select_related("persona").first()
    if row is None:
        raise Absent
    revoke(author, PART, str(album.pk), row.persona)
    # A no that was said stays kept.
    Contributor.objects.filter(pk=row.pk, declined=False).delete()
    announce(ContributorAnswered(album.pk, persona_id, author.pk))


@transaction.atomic
def part_albums(one_id: int, other_id: int) -> None:
    """Two who no longer see each other share no album: what either added to the other's goes home with them."""
    people = Persona.objects.in_bulk([one_id, other_id])
    for owner, guest in ((one_id, other_id), (other_id, one_id)):
        rows = Contributor.objects.filter(album__author=owner, persona=guest).select_related("album__author")
        for row in rows:
            revoke(row.album.author, PART, str(row.album_id), people[guest])
            row.delete()
        _take_home(people[guest], owner)


@transaction.atomic
def dissolve(owner_id: int) -> None:
    """All albums of somebody who is gone for good; what others added to them goes home."""
    theirs = Item.objects.filter(album__author=owner_id).exclude(picture__author=owner_id)
    for guest in Persona.objects.filter(pk__in=theirs.values("picture__author")):
        _take_home(guest, owner_id)
    Album.objects.filter(author=owner_id).delete()


def _take_home(guest: Persona, owner_id: int) -> None:
    """What `guest` added to albums of `owner_id` lies in albums of their own now, of the same names, for them alone."""
    mine = Item.objects.filter(album__author=owner_id, picture__author=guest).select_related("album")
    homes: dict[int, Album] = {}
    for item in mine.order_by("place"):
        home = homes.get(item.album_id)
        if home is None:
            home = homes[item.album_id] = make_album(guest, title=item.album.title, spec=ONLY_ME)
            Album.objects.filter(pk=home.pk).update(cover=item.picture_id)
        Album.objects.filter(pk=item.album_id, cover=item.picture_id).update(cover=None)
        Item.objects.filter(pk=item.pk).update(album=home)
        Picture.objects.filter(pk=item.picture_id).update(audience=home.audience_id)
