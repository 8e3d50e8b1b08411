"""Every way in which bytes of a thing reach someone. A route that is not named here fails the build.

`ITEMS` show one exhibit, `LISTS` show many, `QUIET` carry nothing that is anybody's to hide; each says why.
A `full` surface must show a canary to everyone who may see its thing; every surface must hide it from everyone else.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.wall.cast import Exhibit, Stage
from twofold.foundation.kit.ids import encode


@dataclass(frozen=True)
class ItemSurface:
    """`path` of one exhibit, None where it has no such surface; `by` is the way to ask: page or client."""

    route: str
    path: Callable[[Stage, Exhibit], str | None]
    full: bool = True
    by: str = "page"


@dataclass(frozen=True)
class ListSurface:
    """`full` for exhibits that `holds`; nothing else of the matrix needs to stand there."""

    route: str
    path: Callable[[Stage], str]
    holds: Callable[[Exhibit], bool] = lambda exhibit: False
    by: str = "page"


def _post(suffix: str = "") -> Callable[[Stage, Exhibit], str]:
    return lambda stage, exhibit: f"/{stage.network}/posts/{encode(exhibit.post.id)}/{suffix}"


def _feed(act: str, end: str = "") -> Callable[[Stage, Exhibit], str]:
    return lambda stage, exhibit: f"/{stage.network}/feed/{act}{encode(exhibit.post.id)}{end}"


def _report(stage: Stage, exhibit: Exhibit) -> str:
    return f"/{stage.network}/reports/new/post/{encode(exhibit.post.id)}/"


def _status(suffix: str = "") -> Callable[[Stage, Exhibit], str]:
    return lambda stage, exhibit: f"/api/v1/statuses/{exhibit.post.id}{suffix}"


def _bundle(suffix: str = "") -> Callable[[Stage, Exhibit], str]:
    return lambda stage, exhibit: f"/api/v2/notifications/favourite-{exhibit.post.id}{suffix}"


def _again(kind: str, form: str) -> Callable[[Stage, Exhibit], str | None]:
    """The repost or the quote of an exhibit, on its own page or as a status."""

    def path(stage: Stage, exhibit: Exhibit) -> str | None:
        number = exhibit.repost_id if kind == "repost" else exhibit.quote_id
        if not number:
            return None
        return f"/{stage.network}/posts/{encode(number)}/" if form == "page" else f"/api/v1/statuses/{number}"

    return path


def _passed(stage: Stage) -> int:
    return stage.people["passer"].id


def _picture(size: str) -> Callable[[Stage, Exhibit], str | None]:
    return lambda stage, exhibit: (
        f"/media/{encode(exhibit.picture_id)}/{size}.webp" if exhibit.picture_id else None
    )


def _photo(suffix: str = "", at: str = "photos") -> Callable[[Stage, Exhibit], str | None]:
    return lambda stage, exhibit: (
        f"/{stage.network}/{at}/{encode(exhibit.picture_id)}/{suffix}" if exhibit.picture_id else None
    )


def _root(exhibit: Exhibit) -> bool:
    return exhibit.post.root_id is None


def _handle(stage: Stage) -> str:
    return stage.people["author"].handle


def _author(suffix: str) -> Callable[[Stage], str]:
    return lambda stage: f"/api/v1/accounts/{stage.people['author'].id}{suffix}"


ITEMS = (
    ItemSurface("posts:thread", _post()),
    ItemSurface("posts:history", _post("history"), full=False),
    ItemSurface("posts:reactions", _post("reactions"), full=False),
    ItemSurface("posts:reposts", _post("reposts"), full=False),
    ItemSurface("posts:edit", _post("edit"), full=False),
    ItemSurface("posts:audience", _post("audience"), full=False),
    ItemSurface("posts:receipt", _post("receipt"), full=False),
    ItemSurface("web:elsewhere", _post("elsewhere"), full=False),
    ItemSurface("posts:delete", _post("delete"), full=False),
    ItemSurface("posts:vote", _post("vote"), full=False),
    ItemSurface("posts:who_answers", _post("answers"), full=False),
    ItemSurface("ranking:hide", _feed("hide/"), full=False),
    ItemSurface("ranking:less", _feed("less/", "/"), full=False),
    ItemSurface("ranking:why", _feed("why/", "/"), full=False),
    ItemSurface("posts:comment", _post("comment"), full=False),
    ItemSurface("moderation:new", _report, full=False),
    ItemSurface(
        "posts:new", lambda stage, it: f"/{stage.network}/posts/new?quote={encode(it.post.id)}", full=False
    ),
    ItemSurface("media:picture", _picture("large")),
    ItemSurface("media:picture", _picture("medium"), full=False),
    ItemSurface("media:picture", _picture("small"), full=False),
    ItemSurface("web:photo", _photo()),
    ItemSurface("pictures:state", _photo("state", at="pictures"), full=False),
    ItemSurface("json:read", _status(), by="client"),
    ItemSurface("posts:thread", _again("repost", "page")),
    ItemSurface("posts:thread", _again("quote", "page")),
    ItemSurface("json:read", _again("repost", "status"), by="client"),
    ItemSurface("json:read", _again("quote", "status"), full=False, by="client"),
    ItemSurface("json:context", _status("/context"), full=False, by="client"),
    ItemSurface("json:source", _status("/source"), full=False, by="client"),
    ItemSurface("json:poll", lambda stage, it: f"/api/v1/polls/{it.post.id}", full=False, by="client"),
    ItemSurface("json:group", _bundle(), full=False, by="client"),
    ItemSurface("json:group_accounts", _bundle("/accounts"), full=False, by="client"),
    ItemSurface("json:history", _status("/history"), full=False, by="client"),
    ItemSurface("json:favourited_by", _status("/favourited_by"), full=False, by="client"),
    ItemSurface("json:reblogged_by", _status("/reblogged_by"), full=False, by="client"),
)

LISTS = (
    ListSurface("web:profile", lambda stage: f"/{stage.network}/@{_handle(stage)}/"),
    ListSurface("web:activity", lambda stage: f"/{stage.network}/@{_handle(stage)}/activity/", _root),
    ListSurface(
        "web:activity",
        lambda stage: f"/{stage.network}/@{stage.people['passer'].handle}/activity/",
        lambda it: bool(it.repost_id),
    ),
    ListSurface("web:profile", lambda stage: f"/{stage.network}/@{stage.people['passer'].handle}/"),
    ListSurface(
        "json:posts", lambda stage: f"/api/v1/accounts/{_passed(stage)}/statuses?limit=40", by="client"
    ),
    ListSurface("web:profile_beside", lambda stage: f"/{stage.network}/@{_handle(stage)}/beside/"),
    ListSurface("web:about", lambda stage: f"/{stage.network}/@{_handle(stage)}/about/"),
    ListSurface("endorsements:skills", lambda stage: f"/{stage.network}/@{_handle(stage)}/skills/"),
    ListSurface(
        "recommendations:shown", lambda stage: f"/{stage.network}/@{_handle(stage)}/recommendations/"
    ),
    ListSurface("posts:tag", lambda stage: f"/{stage.network}/tags/wallwatch/", _root),
    ListSurface("web:home", lambda stage: f"/{stage.network}/"),
    ListSurface("ranking:filters", lambda stage: f"/{stage.network}/feed/filters/"),
    ListSurface("ranking:catch_up", lambda stage: f"/{stage.network}/feed/catch-up/"),
    ListSurface("ranking:tune", lambda stage: f"/{stage.network}/feed/tune/"),
    ListSurface("suggestions:people", lambda stage: f"/{stage.network}/suggestions/"),
    ListSurface("suggestions:worth", lambda stage: f"/{stage.network}/suggestions/worth/"),
    ListSurface("web:beside", lambda stage: f"/{stage.network}/beside/"),
    ListSurface("posts:saved", lambda stage: f"/{stage.network}/saved/"),
    ListSurface("search:search", lambda stage: f"/{stage.network}/search/?q=wallwatch&in=posts"),
    ListSurface("search:search", lambda stage: f"/{stage.network}/search/?q=ka"),
    ListSurface("search:search", lambda stage: f"/{stage.network}/search/?q=wallwatch&in=saved"),
    ListSurface("search:complete", lambda stage: f"/{stage.network}/search/complete?q=wallwatch"),
    ListSurface("posts:memories", lambda stage: f"/{stage.network}/memories/"),
    ListSurface("posts:drafts", lambda stage: f"/{stage.network}/drafts/"),
    ListSurface("notifications:inbox", lambda stage: f"/{stage.network}/notifications/"),
    ListSurface("graph:find", lambda stage: f"/{stage.network}/people/find/"),
    ListSurface("json:posts", _author("/statuses?limit=40&exclude_replies=true"), _root, by="client"),
    ListSurface("json:read", _author(""), by="client"),
    ListSurface("json:home", lambda stage: "/api/v1/timelines/home?limit=40", by="client"),
    ListSurface("json:public", lambda stage: "/api/v1/timelines/public?limit=40", by="client"),
    ListSurface("json:tag", lambda stage: "/api/v1/timelines/tag/wallwatch?limit=40", by="client"),
    ListSurface("json:bookmarks", lambda stage: "/api/v1/bookmarks", by="client"),
    ListSurface("json:favourites", lambda stage: "/api/v1/favourites", by="client"),
    ListSurface("json:several", lambda stage: "/api/v1/notifications?limit=40", by="client"),
    ListSurface("json:groups", lambda stage: "/api/v2/notifications?limit=40", by="client"),
    ListSurface("json:one", lambda stage: "/api/v1/notifications/1", by="client"),
    ListSurface("json:search_all", lambda stage: "/api/v2/search?q=wallwatch&limit=40", by="client"),
)
