"""The JSON door: OAuth 2 tokens, each bound to one persona, and the field's client interface.

Owns the binding of a token to a persona. Announces nothing. Forbids a token to reach beyond its persona.
"""
