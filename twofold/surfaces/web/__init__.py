"""The web: the shell, the components, and the pages that compose several nouns.

Owns no table. Announces nothing. Forbids itself any rule: its pages call queries and include templates.
"""
