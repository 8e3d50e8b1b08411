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


@dataclass(frozen=True)
class LinkSent:
    """A message has a link behind which nobody has looked."""

    message_id: int


@dataclass(frozen=True)
class VoiceTaken:
    """A voice note waits to be made into what every browser plays."""

    attachment_id: int
