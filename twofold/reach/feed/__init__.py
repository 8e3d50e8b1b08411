"""Feeds: narrow entries that the courier delivers, rechecked at the door when they are read.

Owns feed entries, and what a reader wants to see no more: hidden posts, snoozed words. Announces `FeedDelivered`.
Forbids showing an entry without asking the door again.
"""
