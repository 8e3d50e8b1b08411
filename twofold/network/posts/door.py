"""The door for posts: who passed something on is no way around it.

A repost carries the audience of what it shows, so for others one look at the repost suffices. Its own author always
passes that look; so for them the door is asked once more, on the original.
"""

from twofold.people.audiences.door import rule_sql


def post_rule_sql(*, thing: str, viewer: str = "%(viewer)s", home: str = "%(home)s") -> str:
    """As `rule_sql`, for a post under the alias `thing`. `Post.objects.visible_to` is the same rule for the ORM."""
    own, original = (rule_sql(thing=each, viewer=viewer, home=home) for each in (thing, "og"))
    return (
        f"({own} AND ({thing}.repost_of_id IS NULL OR {thing}.author_id <> {viewer}"
        f" OR EXISTS (SELECT 1 FROM posts_post og WHERE og.id = {thing}.repost_of_id AND {original})))"
    )
