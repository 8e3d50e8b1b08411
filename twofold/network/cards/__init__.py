"""Business cards of the professional network: designed, given by a code or a link, kept by both who met.

Owns cards, and who keeps whose with where and when they met and a note of their own. Announces `CardGiven`,
`CardWithdrawn`. Forbids that what stands on a card reaches anybody who neither was given it nor holds its address; and
that anybody but its keeper ever reads a note.
"""
