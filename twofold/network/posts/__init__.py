"""Posts: what people share, with comments, reactions, reposts, quotes and saves.

Owns posts, their versions, drafts, hashtags, mentions and link cards. Announces `PostPublished`, `CommentPublished`,
`PostEdited`, `AudienceChanged`, `PostDeleted`, `PostRestored`, `Reacted`, `Reposted`.
Forbids a comment or a repost that reaches further than what it belongs to: both carry its audience.
"""
