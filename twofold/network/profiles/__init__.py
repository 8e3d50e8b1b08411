"""Profiles: how a persona presents itself, section by section, and the pages on which it edits that.

Owns the entries of a profile and the audience that a section gives to its new ones; a persona's own words and pictures
are people/personas'. Announces `EntryKept` and `EntryGone`. Forbids a visitor to learn of an entry that is not for
them, and of anybody who is behind the door for them.
"""
