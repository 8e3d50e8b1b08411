"""Accounts: sign-in, sessions, second factor, devices.

Owns the login and the one secret of the house: which personas belong to it. Announces nothing.
Forbids everyone else to know. Others get a `Viewer` for the network that the address names, and no more.
"""
