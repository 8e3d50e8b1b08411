"""Live streams: what changed for one persona, as server-sent events.

Owns the signals that wake open pages, and for seconds who writes and who is here. Announces nothing. Forbids content
in a stream: it says that, never what.
"""
