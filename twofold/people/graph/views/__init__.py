"""Pages of ties, requests, follows, circles, notes, introductions, blocks and mutes."""
