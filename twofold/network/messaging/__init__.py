"""Conversations of two or of several, separate in each network.

Owns conversations, who is in them, messages and how somebody wants to be written to. Announces MessageSent and
ConversationChanged. Forbids a message to anybody who did not ask for it to be more than words, and an answer that
would tell its sender whether it was declined.
"""
