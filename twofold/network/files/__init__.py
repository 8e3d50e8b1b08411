"""Files: papers of a group or a project, kept as they are, with every version of them.

Owns files and their versions; whose they are is the body of the place that keeps them. Announces nothing. Forbids a
byte to reach anyone but as a file to keep, whatever it says that it is, and a picture to keep where and when it was
taken.
"""
