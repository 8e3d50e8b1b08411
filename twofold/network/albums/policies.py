"""May somebody do this with an album? Nothing, or a refusal that says why. Whether they see it is asked before."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.albums.models import MAX_DESCRIPTION, MAX_TITLE, Album, Contributor, Item
from twofold.network.media.models import Picture
from twofold.people.personas.models import Network, Persona

MAX_ALBUMS = 500
MAX_ITEMS = 2_000
MAX_CONTRIBUTORS = 50
RESTORED_WITHIN = timedelta(days=1)
# When what those who look after the network took down was taken out: nobody brings it back, and nothing deletes it.
TAKEN_DOWN = datetime(9999, 1, 1, tzinfo=UTC)


def check_words(title: str, description: str) -> None:
    if not title:
        raise Refused(_("Give the album a name."), field="title")
    if len(title) > MAX_TITLE:
        raise Refused(_("A name has room for %(limit)d characters.") % {"limit": MAX_TITLE}, field="title")
    if len(description) > MAX_DESCRIPTION:
        raise Refused(
            _("A description has room for %(limit)d characters.") % {"limit": MAX_DESCRIPTION},
            field="description",
        )


def check_new(author: Persona) -> None:
    if author.network != Network.SOCIAL:
        raise Refused(_("Albums belong to the social network."))
    if Album.objects.filter(author=author, live=True).count() >= MAX_ALBUMS:
        raise Refused(_("You can have at most %(most)d albums.") % {"most": MAX_ALBUMS}, field="title")


def check_owner(actor: Persona, album: Album) -> None:
    if album.author_id != actor.pk:
        raise Refused(_("Only the one who made this album can change it."), forbidden=True)


def may_add(persona_id: int, album: Album) -> bool:
    """Its owner and those who agreed to add to it."""
    if album.author_id == persona_id:
        return True
    return Contributor.objects.filter(album=album, persona=persona_id, accepted=True).exists()


def check_add(actor: Persona, album: Album, pictures: Sequence[Picture]) -> None:
    """`actor` may put these pictures, all of them their own, into `album`."""
    if not may_add(actor.pk, album):
        raise Refused(_("Only those whom its owner asked can add to this album."), forbidden=True)
    if any(each.author_id != actor.pk for each in pictures):
        raise Refused(_("One of the pictures is not there any more. Add it again."), field="pictures")
    held = Item.objects.filter(album=album, removed_at=None).count()
    if held + len(pictures) > MAX_ITEMS:
        raise Refused(
            _("An album has room for %(most)d pictures. Make another one for the rest.")
            % {"most": MAX_ITEMS},
            field="pictures",
        )


def check_item(actor: Persona, item: Item) -> None:
    """Who added a picture, and the owner of the album, can say what it shows and take it out."""
    if actor.pk not in (item.picture.author_id, item.album.author_id):
        raise Refused(_("Only the one who added this, or made the album, can do that."), forbidden=True)


def check_own_item(actor: Persona, item: Item) -> None:
    if item.picture.author_id != actor.pk:
        raise Refused(_("Only the one who added this picture can move it."), forbidden=True)


def check_invite(actor: Persona, album: Album, persona: Persona) -> None:
    check_owner(actor, album)
    if persona.pk == actor.pk:
        raise Refused(_("That is you."), field="name")
    if persona.is_page or persona.network != actor.network:
        raise Refused(_("Only people of this network can add to an album."), field="name")
    if Contributor.objects.filter(album=album, declined=False).count() >= MAX_CONTRIBUTORS:
        raise Refused(
            _("At most %(most)d people can add to an album.") % {"most": MAX_CONTRIBUTORS}, field="name"
        )


def check_restore(album: Album) -> None:
    if album.deleted_at is None or clock.now() - album.deleted_at > RESTORED_WITHIN:
        raise Refused(_("It is too late to bring this back: deleted albums are kept for a day."))
