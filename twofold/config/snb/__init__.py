"""The public social network data set of LDBC, loaded through our own actions, to hold our answers against its own.

A person becomes both personas of one account: friends, posts, comments and likes in the social network; the same ties
as connections, with the place and the latest employer, in the professional one. Forums have no tables yet: which post
stood in which forum is kept beside the map of ids, in `snb.json` in the data folder, with what Twofold never asks a
person (gender, birthday, network address, browser). Studies, tags and interests are left out until they have a place.
"""

from twofold.config.snb.loading import load
from twofold.config.snb.updates import apply_updates

__all__ = ["apply_updates", "load"]
