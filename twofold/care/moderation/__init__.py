"""Reports: what somebody says should not be there, who looks at it, and what becomes of it.

Owns reports with a copy of what was reported, the cases they make, who looks after a network, and every step that was
taken. Announces nothing: nobody but those concerned learns of a report, and they are told at once.
Forbids anybody, those who decide among them, to learn who reported; and a decision on one presence to touch or to show
another one.
"""
