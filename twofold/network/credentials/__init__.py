"""Credentials: what this server signs about somebody, so that others can check it without asking us who that is.

Owns the signing keys (files in the data folder), a row for each credential, and the public status lists.
Announces nothing itself: whoever has something to certify calls down to here.
Forbids a row that still names anybody once its credential is revoked, and a list whose places tell whose they are.
"""
