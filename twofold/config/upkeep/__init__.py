"""Keeping a server well: what it promises about its database, its check-up, its backups, its pulse.

Owns no tables. Announces nothing. Forbids a server to start on a database that may forget what it acknowledged.
"""
