"""A CV out and in: print view, PDF, JSON Resume, vCard; and JSON Resume read, reviewed, and only then kept.

Owns what was read and waits for its review, and the list of what a reading brought in, so that it can be taken back.
Announces nothing. Forbids to show in a file what the page would not show to the same viewer.
"""
