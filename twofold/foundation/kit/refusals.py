"""How the house says no. Views need no code for it: a handler turns each into a page, a fragment or JSON."""


class Refused(Exception):
    """A wish that cannot be granted; `reason` says why in the person's language and what to do next.

    `field` names the field of a form that it concerns. Answered with 422, or with 403 when `forbidden`.
    """

    def __init__(self, reason: str, *, field: str = "", forbidden: bool = False):
        super().__init__(str(reason))
        self.reason = reason
        self.field = field
        self.forbidden = forbidden


class Absent(Exception):
    """Not there, or not for this viewer: the same answer, 404, in bytes and in time."""


class LinkGone(Absent):
    """The same of an address that is a key: run out, taken back, or never one, and nobody learns which."""


class SignInNeeded(Exception):
    """Only somebody with a presence in this network can do that. Answered by the way in, and back here after it."""
