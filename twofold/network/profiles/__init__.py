"""Profiles: how a persona presents itself, and the pages on which it edits that.

Owns no table: a persona's own words and pictures are people/personas'. Announces nothing itself.
Forbids a visitor to learn of a section that is not for them, and of anybody who is behind the door for them.
"""
