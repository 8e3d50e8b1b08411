"""Beginning a conversation: with one other, or as a group."""

from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.lines import note
from twofold.network.messaging.models import Conversation, Membership, Notice, State
from twofold.network.messaging.queries.reading import pair_of
from twofold.people.audiences.actions import compose, fill
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec, PartRef
from twofold.people.graph.queries import nearness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PART = "conversation"


@transaction.atomic
def open_pair(actor: Persona, *, other: Persona) -> Conversation:
    """The conversation of these two, begun if there is none. Nobody is told before something is written.

    `other` must be there for `actor`. Refused where they do not take messages, and beyond so many strangers a day.
    """
    viewer = Viewer.of(actor)
    if other.pk == actor.pk or other.is_page:
        raise Refused(_("You can write to other people here."))
    found = queries.pair_with(viewer, other)
    if found:
        # Whoever declined and now wants to write after all takes up what was written.
        declined = Membership.objects.filter(conversation=found, persona=actor, state=State.DECLINED)
        if declined.exists():
            declined.update(state=State.ACTIVE)
        return found
    chance = queries.chance(viewer, other)
    if chance.why_not:
        raise Refused(chance.why_not, forbidden=True)
    try:
        with transaction.atomic():
            made = Conversation.objects.create(
                author=actor,
                audience=compose(actor, ONLY_ME),
                network=actor.network,
                pair=pair_of(actor.pk, other.pk),
            )
    except IntegrityError:  # both began at the same moment
        return Conversation.objects.get(pair=pair_of(actor.pk, other.pk))
    _enter(made, actor, State.ACTIVE)
    _enter(made, other, State.ASKED if chance.request else State.ACTIVE)
    reach_members(made)
    return made


@transaction.atomic
def begin_group(actor: Persona, *, name: str, people: Sequence[Persona]) -> Conversation:
    """A group of the actor and some of their ties, whom they can add at once; the actor looks after it."""
    name = clean_line(name)
    policies.check_name(name)
    policies.check_people(len(people) + 1)
    check_ties(actor, people)
    made = Conversation.objects.create(
        author=actor, audience=compose(actor, ONLY_ME), network=actor.network, name=name
    )
    _enter(made, actor, State.ACTIVE, admin=True)
    for each in people:
        _enter(made, each, State.ACTIVE)
    reach_members(made)
    note(actor, made, Notice.BEGAN)
    return made


def check_ties(actor: Persona, people: Iterable[Persona]) -> None:
    """Only one's own ties can be put into a group."""
    ids = {each.pk: each.name for each in people}
    near = nearness(Viewer.of(actor), ids)
    strange = [name for pk, name in ids.items() if near[pk].degree != 1]
    if strange:
        raise Refused(
            _("You can add people you are tied to. %(names)s: write to them first.")
            % {"names": ", ".join(strange[:3])},
            field="people",
        )


def reach_members(conversation: Conversation) -> Audience:
    """Let a conversation and all its messages reach those who are in it, by a list of its author's."""
    owner, ref = conversation.author, str(conversation.pk)
    members = Membership.objects.filter(conversation=conversation).values_list("persona", flat=True)
    fill(owner, PART, ref, set(members))
    audience = compose(owner, AudienceSpec(parts=frozenset({PartRef(PART, ref)})))
    if conversation.audience_id != audience.pk:
        Conversation.objects.filter(pk=conversation.pk).update(audience=audience, author=owner)
        conversation.messages.update(audience=audience)
        conversation.audience = audience
    return audience


def _enter(conversation: Conversation, persona: Persona, state: State, *, admin: bool = False) -> Membership:
    return Membership.objects.create(
        conversation=conversation, persona=persona, state=state, admin=admin, joined_at=clock.now()
    )
