"""The field's shapes in words, for the document. Answers are encoded elsewhere; tests hold the two equal."""

from typing import Any

from ninja import Schema


class Error(Schema):
    error: str


class Field(Schema):
    name: str
    value: str
    verified_at: str | None


class Account(Schema):
    id: str
    username: str
    acct: str
    display_name: str
    locked: bool
    bot: bool
    group: bool
    discoverable: bool
    indexable: bool
    noindex: bool
    hide_collections: bool
    created_at: str
    note: str
    url: str
    uri: str
    avatar: str
    avatar_static: str
    header: str
    header_static: str
    followers_count: int
    following_count: int
    statuses_count: int
    last_status_at: str | None
    emojis: list[Any]
    roles: list[Any]
    fields: list[Field]


class Source(Schema):
    privacy: str
    sensitive: bool
    language: str | None
    note: str
    fields: list[Field]
    follow_requests_count: int


class CredentialAccount(Account):
    source: Source
    role: dict[str, Any]


class Relationship(Schema):
    id: str
    following: bool
    showing_reblogs: bool
    notifying: bool
    languages: list[str] | None
    followed_by: bool
    blocking: bool
    blocked_by: bool
    muting: bool
    muting_notifications: bool
    requested: bool
    requested_by: bool
    domain_blocking: bool
    endorsed: bool
    note: str


class MediaAttachment(Schema):
    id: str
    type: str
    url: str | None
    preview_url: str | None
    remote_url: str | None
    preview_remote_url: str | None
    text_url: str | None
    meta: dict[str, Any]
    description: str | None
    blurhash: str | None


class Mention(Schema):
    id: str
    username: str
    acct: str
    url: str


class Tag(Schema):
    name: str
    url: str


class PollOption(Schema):
    title: str
    votes_count: int | None


class Poll(Schema):
    id: str
    expires_at: str | None
    expired: bool
    multiple: bool
    votes_count: int
    voters_count: int | None
    voted: bool
    own_votes: list[int]
    options: list[PollOption]
    emojis: list[Any]


class Status(Schema):
    id: str
    created_at: str
    edited_at: str | None
    in_reply_to_id: str | None
    in_reply_to_account_id: str | None
    sensitive: bool
    spoiler_text: str
    visibility: str
    language: str | None
    uri: str
    url: str | None
    content: str
    replies_count: int
    reblogs_count: int
    favourites_count: int
    favourited: bool
    reblogged: bool
    bookmarked: bool
    muted: bool
    pinned: bool
    account: Account
    quote: dict[str, Any] | None
    reblog: "Status | None"
    application: dict[str, Any] | None
    media_attachments: list[MediaAttachment]
    mentions: list[Mention]
    tags: list[Tag]
    emojis: list[Any]
    card: dict[str, Any] | None
    poll: Poll | None
    filtered: list[Any]


class DeletedStatus(Status):
    text: str


class ScheduledStatus(Schema):
    id: str
    scheduled_at: str
    params: dict[str, Any]
    media_attachments: list[MediaAttachment]


class Context(Schema):
    ancestors: list[Status]
    descendants: list[Status]


class StatusSource(Schema):
    id: str
    text: str
    spoiler_text: str


class StatusEdit(Schema):
    content: str
    spoiler_text: str
    sensitive: bool
    created_at: str
    account: Account
    poll: dict[str, Any] | None
    media_attachments: list[MediaAttachment]
    emojis: list[Any]


class Notification(Schema):
    id: str
    type: str
    created_at: str
    group_key: str
    account: Account
    status: Status | None


class NotificationGroup(Schema):
    group_key: str
    notifications_count: int
    type: str
    most_recent_notification_id: int
    page_min_id: str
    page_max_id: str
    latest_page_notification_at: str
    sample_account_ids: list[str]
    status_id: str | None


class GroupedNotifications(Schema):
    accounts: list[Account]
    statuses: list[Status]
    notification_groups: list[NotificationGroup]


class Application(Schema):
    id: str
    name: str
    website: str | None
    scopes: list[str]
    redirect_uris: list[str]
    redirect_uri: str


class CredentialApplication(Application):
    client_id: str
    client_secret: str
    client_secret_expires_at: int
    vapid_key: str


class VerifiedApplication(Application):
    vapid_key: str


class Search(Schema):
    accounts: list[Account]
    statuses: list[Status]
    hashtags: list[Tag]
