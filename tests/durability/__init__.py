"""Does the server keep what it acknowledged? It is killed again and again while people write, and then examined.

`world` makes the people, `writers` write and keep a ledger of what was acknowledged, `audit` compares the database with
the ledger, `__main__` runs it all. Nothing here knows how the server keeps anything, but the audit.
"""
