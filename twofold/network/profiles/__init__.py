"""Profiles: how a persona presents itself, and the pages on which it edits that.

Owns no table yet beyond the persona's own words and pictures. Announces nothing itself.
Forbids a visitor to learn of a section that is not for them.
"""
