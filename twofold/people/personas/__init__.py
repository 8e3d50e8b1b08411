"""Presences: a person in one network, or an organisation (a page).

Owns handles, names, pictures and the little that introduces someone. Announces
`PersonaCreated`, `PersonaChanged`, `PersonaErased`.
Forbids every thought of an account: nothing here can tell which two personas are one person.
"""
