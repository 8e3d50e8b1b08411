"""The door for posts: who passes something on is no way around it.

A repost carries the audience of what it shows. It is not its author's own, so the author is asked like anyone else.
"""

from twofold.people.audiences.door import rule_sql


def post_rule_sql(*, thing: str, viewer: str = "%(viewer)s", home: str = "%(home)s") -> str:
    """As `rule_sql`, for a post under the alias `thing`: in SQL what `Post.OWN` makes of `visible_to`."""
    return rule_sql(thing=thing, viewer=viewer, home=home, own=f"{thing}.repost_of_id IS NULL")
