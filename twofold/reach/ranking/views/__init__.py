"""Pages of how a feed is put in order."""
