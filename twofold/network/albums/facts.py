from dataclasses import dataclass


@dataclass(frozen=True)
class AlbumMade:
    album_id: int
    author_id: int


@dataclass(frozen=True)
class AlbumChanged:
    """Its words, its audience or the order of what is in it."""

    album_id: int


@dataclass(frozen=True)
class AlbumDeleted:
    album_id: int


@dataclass(frozen=True)
class PicturesAdded:
    album_id: int
    author_id: int
    count: int


@dataclass(frozen=True)
class ContributorInvited:
    album_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class ContributorAnswered:
    """The invitation no longer waits: accepted, declined or taken back. Never tell the owner of a no."""

    album_id: int
    persona_id: int
    by_id: int
