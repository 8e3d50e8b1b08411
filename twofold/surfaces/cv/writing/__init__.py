"""The forms that a CV leaves in. Each is a function from a `Resume`; none of them asks the database."""
