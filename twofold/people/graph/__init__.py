"""Ties between personas: connections, friendships, follows, circles, blocks, mutes; degrees and paths.

Owns who is tied to whom; writes the grants and denials that follow from it. Announces `TieRequested`,
`TieRequestClosed`, `TieMade`, `TieEnded`, `Followed`, `Unfollowed`, `Blocked`. Forbids a tie between networks.
"""
