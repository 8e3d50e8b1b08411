"""Guards of privacy that span several nouns. Now: the shield between an openness to work and one's employer.

Owns no table: it writes two lists of a persona's own, "recruiters" and "shield", from who runs pages and works where.
Announces nothing. Forbids any reader, sentence or count to tell who is in either list.
"""
