"""The forms that a CV comes in. Each is a function from bytes to a `Proposal`; none of them writes anything."""
