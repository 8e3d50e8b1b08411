"""Pages of organisations: what they are, who runs them and as what, and the domains that they proved to be theirs.

Owns organisations, roles, domains and daily counts of visits; a page's identity is a persona. Announces `RoleGiven`,
`RoleTaken`, `DomainProved`, `DomainAsked`. Forbids a visitor to learn who runs a page or who wrote in its name.
"""
