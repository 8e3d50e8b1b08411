from twofold.foundation.courier.registry import on
from twofold.network.events.facts import EventChanged, EventDeleted, EventMade
from twofold.network.groups.facts import GroupChanged, GroupClosed, GroupMade
from twofold.network.posts.facts import (
    CommentPublished,
    PostDeleted,
    PostEdited,
    PostPublished,
    PostRestored,
)
from twofold.network.profiles.facts import EntryGone, EntryKept
from twofold.people.personas.facts import PersonaChanged, PersonaCreated
from twofold.reach.search import actions
from twofold.reach.search.models import Kind


@on(PersonaCreated)
def index_who_came(fact: PersonaCreated) -> None:
    actions.index_persona(fact.persona_id)


@on(PersonaChanged)
def index_who_changed(fact: PersonaChanged) -> None:
    actions.index_persona(fact.persona_id)


@on(EntryKept)
def index_what_was_kept(fact: EntryKept) -> None:
    actions.index_entry(fact.entry_id)


@on(EntryGone)
def forget_what_went(fact: EntryGone) -> None:
    actions.forget(Kind.ENTRY, [fact.entry_id])


@on(PostPublished)
def index_what_was_posted(fact: PostPublished) -> None:
    actions.index_post(fact.post_id)


@on(CommentPublished)
def index_what_was_answered(fact: CommentPublished) -> None:
    actions.index_post(fact.post_id)


@on(PostEdited)
def index_what_was_edited(fact: PostEdited) -> None:
    actions.index_post(fact.post_id)


@on(PostRestored)
def index_what_came_back(fact: PostRestored) -> None:
    actions.index_post(fact.post_id)


@on(PostDeleted)
def forget_what_was_deleted(fact: PostDeleted) -> None:
    actions.forget(Kind.POST, [fact.post_id])


@on(GroupMade)
def index_a_group(fact: GroupMade) -> None:
    actions.index_group(fact.group_id)


@on(GroupChanged)
def index_a_group_that_changed(fact: GroupChanged) -> None:
    actions.index_group(fact.group_id)


@on(GroupClosed)
def forget_a_group(fact: GroupClosed) -> None:
    actions.forget(Kind.GROUP, [fact.group_id])


@on(EventMade)
def index_an_event(fact: EventMade) -> None:
    actions.index_event(fact.event_id)


@on(EventChanged)
def index_an_event_that_changed(fact: EventChanged) -> None:
    actions.index_event(fact.event_id)


@on(EventDeleted)
def forget_an_event(fact: EventDeleted) -> None:
    actions.forget(Kind.EVENT, [fact.event_id])
