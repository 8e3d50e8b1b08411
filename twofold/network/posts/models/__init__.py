"""Tables of posts."""

from twofold.network.posts.models.keeping import (
    Forgotten,
    Limiting,
    Narrowed,
    Pin,
)
from twofold.network.posts.models.polls import (
    MAX_OPTION,
    MAX_OPTIONS,
    MIN_OPTIONS,
    Option,
    Poll,
    Vote,
)
from twofold.network.posts.models.posts import (
    CHOSEN,
    MAX_PICTURES,
    MAX_TEXT,
    OCCASIONS,
    Draft,
    Feeling,
    Occasion,
    Post,
    PostPicture,
    Replies,
    Version,
)
from twofold.network.posts.models.receipts import Readdressed, Receipt
from twofold.network.posts.models.responses import (
    REACTIONS,
    Collection,
    Reaction,
    ReactionKind,
    Save,
)
from twofold.network.posts.models.words import (
    Hashtag,
    LinkCard,
    Mention,
    Naming,
    Tagging,
)

__all__ = [
    "CHOSEN",
    "MAX_OPTION",
    "MAX_OPTIONS",
    "MAX_PICTURES",
    "MAX_TEXT",
    "MIN_OPTIONS",
    "OCCASIONS",
    "REACTIONS",
    "Collection",
    "Draft",
    "Feeling",
    "Forgotten",
    "Hashtag",
    "Limiting",
    "LinkCard",
    "Mention",
    "Naming",
    "Narrowed",
    "Occasion",
    "Option",
    "Pin",
    "Poll",
    "Post",
    "PostPicture",
    "Reaction",
    "ReactionKind",
    "Readdressed",
    "Receipt",
    "Replies",
    "Save",
    "Tagging",
    "Version",
    "Vote",
]
