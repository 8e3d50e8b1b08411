"""Feeds: narrow entries that the courier delivers, rechecked at the door when they are read.

Owns feed entries. Announces `FeedDelivered`. Forbids showing an entry without asking the door again.
"""
