"""Small tools that know no person: ids, the clock, safe text, keyset pages, rate limits.

Owns no table. Announces nothing. Forbids itself every import from above.
"""
