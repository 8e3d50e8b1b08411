"""What work pays, by role and place, from people's own entries.

Owns entries, which their author alone reads, and the figures made of them. Announces nothing: that somebody entered
something is told to nobody. Forbids that an entry leaves its author in any shape but as one of ten or more in a figure
that was moved at random; and that a figure is made anew so often that its noise could be averaged away.
"""
