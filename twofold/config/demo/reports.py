"""Who looks after the social side of the town, and what was reported there."""

from twofold.care.moderation import actions
from twofold.config.demo.casting import Cast
from twofold.network.posts.queries import by_author
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

HERE = Network.SOCIAL
OFFICERS = ("nadi", "hanneke")
# Whose newest post is reported, by whom, why and with which words.
REPORTED = (
    ("bramst", "kofi", "spam", "He sells his bicycle parts under every single post. Once was enough."),
    ("pannenkoek", "zeyno", "other", "This recipe has no warning, and I burnt the pan. A joke, mostly."),
)


def look_after(cast: Cast) -> int:
    """Name the officers and let things be reported; how many. Call it in a transaction."""
    for handle in OFFICERS:
        actions.appoint(cast.of(HERE, handle))
    made = 0
    for whose, by, reason, note in REPORTED:
        reporter = cast.of(HERE, by)
        rows = by_author(Viewer.of(reporter), cast.of(HERE, whose)).rows
        own = next((post for post in rows if not post.repost_of_id), None)
        if own is not None:
            actions.report(reporter, kind="post", thing_id=own.pk, reason=reason, note=note)
            made += 1
    return made
