"""The public social network data set of LDBC, loaded through our own actions, to hold our answers against its own.

A person becomes both personas of one account: friends, posts, comments and likes in the social network; the same ties
as connections, with the place, work, studies and languages, in the professional one, where companies and universities
are pages. Forums have no tables yet: which post stood in which forum is kept beside the map of ids, in `snb.json` in
the data folder, with what Twofold never asks a person (gender, birthday, network address, browser). Tags and interests
are left out until they have a place.
"""

from twofold.config.snb.loading import load
from twofold.config.snb.updates import apply_updates

__all__ = ["apply_updates", "load"]
