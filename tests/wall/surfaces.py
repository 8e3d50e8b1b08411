"""Every way in which bytes of a thing reach someone. A route that is not named here fails the build.

`ITEM` surfaces show one exhibit: whoever may see it must find its canary there, nobody else may.
`LISTS` show many: nobody may find there what is not for them, and those named in `complete` must find all that is.
`QUIET` routes carry nothing that anybody shared; each says why it may stand aside.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.wall.cast import Exhibit, Stage
from twofold.foundation.kit.ids import encode


@dataclass(frozen=True)
class ItemSurface:
    """`path` of one exhibit; None where the exhibit has no such surface. `field` is the canary looked for.

    `full` surfaces must show the canary to everyone who may see the thing; others are only watched for leaks.
    """

    route: str
    path: Callable[[Stage, Exhibit], str | None]
    full: bool = True
    by: str = "page"


@dataclass(frozen=True)
class ListSurface:
    route: str
    path: Callable[[Stage], str]
    complete: bool = False
    by: str = "page"


def _post(suffix: str = "") -> Callable[[Stage, Exhibit], str]:
    return lambda stage, exhibit: f"/{stage.network}/posts/{encode(exhibit.post.id)}/{suffix}"


def _root(stage: Stage, exhibit: Exhibit) -> str:
    return f"/{stage.network}/posts/{encode(exhibit.post.root_id or exhibit.post.id)}/"


def _picture(size: str) -> Callable[[Stage, Exhibit], str | None]:
    return lambda stage, exhibit: (
        f"/media/{encode(exhibit.picture_id)}/{size}.webp" if exhibit.picture_id else None
    )
