from dataclasses import dataclass


@dataclass(frozen=True)
class MessageSent:
    message_id: int
    conversation_id: int
    author_id: int


@dataclass(frozen=True)
class ConversationChanged:
    """Something in a conversation looks different now: an edit, a reaction, what was read, who is in it."""

    conversation_id: int
