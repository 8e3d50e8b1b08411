"""People one may know and things worth a look, each with its reason, and what one refuses of them.

Owns what somebody refused, and who is suggested to nobody. Announces nothing. Forbids anything but ties, what profiles
say, groups and what ties do in the open, each through the door and in the viewer's own network alone: no address book,
no place where somebody is, no looks at profiles, nothing of the other network.
"""
