"""Ties between personas: connections, friendships, follows, circles, blocks, mutes; degrees and ways; introductions.

Owns who is tied to whom, and what each noted of whom; writes the grants and denials that follow from ties. Announces
`TieRequested`, `TieRequestClosed`, `TieMade`, `TieEnded`, `Followed`, `Unfollowed`, `Blocked`, `IntroductionAsked`,
`IntroductionPassed`, `IntroductionClosed`. Forbids a tie between networks, and that anybody but its owner reads a note.
"""
