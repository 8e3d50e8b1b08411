"""Guards of privacy that span several nouns. Now: the shield between one's employer and an openness to
work, or a question that is not for there.

Owns no table: it writes two lists of a persona's own, "recruiters" and "shield", from who runs pages and works where.
Announces nothing. Forbids any reader, sentence or count to tell who is in either list.
"""
