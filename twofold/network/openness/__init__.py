"""Being open to work or to mentoring: what one looks for or offers, for whom it is.

Owns who is open to what. Announces `OpennessChanged`. Forbids any sign of it, even a count, to whoever it is not for.
"""
