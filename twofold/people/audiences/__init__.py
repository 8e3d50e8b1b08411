"""The door: the one rule that decides who sees what.

Owns audiences, the parts they are made of, grants and denials. Announces nothing.
Forbids any other visibility rule anywhere; a thing that is shared is a `Shared` model and is read with `visible_to`.
"""
