from dataclasses import dataclass


@dataclass(frozen=True)
class GroupMade:
    group_id: int
    owner_id: int


@dataclass(frozen=True)
class GroupChanged:
    """It says differently what it is."""

    group_id: int


@dataclass(frozen=True)
class GroupAsked:
    """`persona_id` would like to join."""

    group_id: int
    persona_id: int


@dataclass(frozen=True)
class GroupAskClosed:
    """A wish to join waits no more, for whatever reason."""

    group_id: int
    persona_id: int


@dataclass(frozen=True)
class GroupJoined:
    """`persona_id` is a member from now on; `by_id` said yes, or is 0 where nobody had to."""

    group_id: int
    persona_id: int
    by_id: int = 0


@dataclass(frozen=True)
class GroupInvited:
    group_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class GroupInviteClosed:
    group_id: int
    persona_id: int


@dataclass(frozen=True)
class GroupLeft:
    """`persona_id` belongs to the group no more, for whatever reason."""

    group_id: int
    persona_id: int


@dataclass(frozen=True)
class GroupRoleGiven:
    """`persona_id` keeps the group from now on, as `role`: by the word of `by_id`, who is gone themselves if `left`."""

    group_id: int
    persona_id: int
    by_id: int
    role: str
    left: bool = False


@dataclass(frozen=True)
class GroupAnnounced:
    """Those who keep the group want all its members to read a post."""

    group_id: int
    post_id: int


@dataclass(frozen=True)
class GroupClosed:
    group_id: int
