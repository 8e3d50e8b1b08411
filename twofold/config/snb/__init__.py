"""The public social network data set of LDBC, loaded through our own actions, to hold our answers against its own.

A person becomes both personas of one account: friends, posts, comments and likes in the social network; the same ties
as connections, with the place, work, studies and languages, in the professional one, where companies and universities
are pages. Forums become groups that everybody reads, owned by their moderators; posts stand in them. What Twofold never
asks a person (gender, birthday, network address, browser), tags and interests are kept beside the map of ids, in
`snb.json` in the data folder.
"""

from twofold.config.snb.loading import load
from twofold.config.snb.updates import apply_updates

__all__ = ["apply_updates", "load"]
