"""Who looked at a profile at work: only between two who both take part.

Owns who takes part, and who came on which day. Announces nothing. Forbids a trace of whoever does not take part, and a
name to whoever does not give their own.
"""
