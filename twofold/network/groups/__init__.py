"""Groups: people around a trade or an interest, in both networks, with posts of their own.

Owns groups, who belongs to them and as what, what stands in them, invitations and links. Announces `GroupMade`,
`GroupAsked`, `GroupAskClosed`, `GroupJoined`, `GroupInvited`, `GroupInviteClosed`, `GroupLeft`, `GroupAnnounced`,
`GroupChanged`, `GroupClosed`. Forbids anyone but members to read a private group, anyone but those asked to learn of
a hidden one, and those who left or were sent away to read on.
"""
