"""What the author of the matrix keeps in albums, with whom they share them, and who stands on the pictures."""

from dataclasses import dataclass, field, replace

from django.core.files.base import ContentFile

from tests.films import film
from tests.wall.cast import Stage, canary, fall_out, people_of, picture_file
from tests.wall.oracle import Thing, Who
from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.albums import actions as albums
from twofold.network.albums.models import Album
from twofold.network.media import actions as media
from twofold.network.media.models import Picture
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Network

# Whose videos are looked at: each takes the decoder a second.
FILMED = {"everyone", "circle", "members_but"}


@dataclass
class Shown:
    """One picture or video of the matrix, in its album."""

    name: str
    thing: Thing
    album: Album
    picture: Picture
    album_words: tuple[str, ...]
    words: tuple[str, ...]
    is_film: bool = False
    # The album itself, where it is not its picture that says who may see it.
    album_thing: Thing | None = None

    @property
    def key(self) -> str:
        return encode(self.picture.pk)


@dataclass
class Gallery:
    """The stage with its pictures. `tag` is the name of somebody who is on the picture `tagged`."""

    stage: Stage
    shown: list[Shown] = field(default_factory=list)
    tag: str = ""
    tagged: Shown | None = None


def hang(network: Network) -> Gallery:
    """Everything in its place, up to the moment in which everybody looks."""
    stage, audiences = people_of(network)
    gallery = Gallery(stage)
    for name, (spec, who) in audiences.items():
        _album(gallery, name, spec, who)
    _shared(gallery, audiences)
    _tag(gallery)
    drain()
    _later(gallery, audiences)
    drain()
    return gallery


def _picture(author, *, filmed: bool = False) -> tuple[Picture, str]:
    word = canary()
    upload = ContentFile(film(), name="clip.mov") if filmed else picture_file()
    picture = media.take_in(author, upload=upload, alt=f"alt {word}")
    if filmed:
        drain()
        captions = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{word}\n".encode()
        picture.refresh_from_db()
        media.add_captions(author, picture=picture, file=ContentFile(captions), language="en")
    return picture, word


def _album(gallery: Gallery, name: str, spec: AudienceSpec, who: Who) -> Shown:
    author = gallery.stage.people["author"]
    title, description, caption = canary(), canary(), canary()
    album = albums.make_album(author, title=title, description=description, spec=spec)
    picture, alt = _picture(author, filmed=name in FILMED)
    albums.add_pictures(author, album=album, pictures=[picture], captions=[caption])
    shown = Shown(
        name, Thing("author", who), album, picture, (title, description), (alt, caption), name in FILMED
    )
    gallery.shown.append(shown)
    return shown


def _shared(gallery: Gallery, audiences) -> None:
    """An album for a few to which somebody else adds: they see it too, and nobody else because of it."""
    stage, (spec, who) = gallery.stage, audiences["circle"]
    owner = _album(gallery, "shared", spec, who)
    guest = stage.people["commenter"]
    albums.invite(stage.people["author"], album=owner.album, persona=guest)
    albums.invite(stage.people["author"], album=owner.album, persona=stage.people["member"])
    albums.accept(guest, album_id=owner.album.pk)
    picture, alt = _picture(guest)
    albums.add_pictures(guest, album=owner.album, pictures=[picture])
    wider = replace(who, named=who.named | {"commenter"})
    owner.thing.who = wider
    thing = Thing("commenter", wider, of="author")
    gallery.shown.append(
        Shown(
            "added by a guest",
            thing,
            owner.album,
            picture,
            owner.album_words,
            (alt,),
            album_thing=owner.thing,
        )
    )


def _tag(gallery: Gallery) -> None:
    stage = gallery.stage
    tagged = person(f"tagged.{canary()[-6:]}", stage.network, name=canary())
    stage.people["tagged"], stage.record.home["tagged"] = tagged, stage.network
    befriend(stage.people["author"], tagged)
    for pair in (("author", "tagged"), ("tagged", "author")):
        stage.record.kind[pair] = "friend"
    shown = next(each for each in gallery.shown if each.name == "members")
    media.propose_tag(stage.people["author"], picture=shown.picture, persona=tagged)
    media.confirm_tag(tagged, picture_id=shown.picture.pk)
    gallery.tag, gallery.tagged = tagged.name, shown


def _later(gallery: Gallery, audiences) -> None:
    """What changes after things were shared."""
    stage = gallery.stage
    author = stage.people["author"]
    narrowed = _album(gallery, "narrowed", *audiences["everyone"])
    moved = _album(gallery, "moved", *audiences["everyone"])
    for name in ("deleted", "removed"):
        _album(gallery, name, *audiences["everyone"])
    spec, who = audiences["circle"]
    albums.change_album(author, album=narrowed.album, title=narrowed.album.title, description="", spec=spec)
    narrowed.thing.who, narrowed.album_words = who, narrowed.album_words[:1]
    target = next(each for each in gallery.shown if each.name == "me")
    albums.move_items(author, picture_ids=[moved.picture.pk], target=target.album)
    moved.album_thing, moved.thing = moved.thing, Thing("author", audiences["me"][1])
    deleted, removed = gallery.shown[-2:]
    albums.delete_album(author, album=deleted.album)
    deleted.thing.gone = True
    removed.album_thing = replace(removed.thing)
    albums.remove_items(author, picture_ids=[removed.picture.pk])
    removed.thing.gone = True
    fall_out(stage)
    graph.block(stage.people["tagged"], persona=stage.people["muting"])
    stage.record.blocks.add(("tagged", "muting"))
