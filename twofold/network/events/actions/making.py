"""An event as it is made and changed: its words, its times, and who may see it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.events import policies, queries
from twofold.network.events.actions.seating import settle
from twofold.network.events.actions.timing import lay_out, move_along
from twofold.network.events.facts import EventChanged, EventMade
from twofold.network.events.models import Afterwards, Event, GuestList, Question, Reply, Shown, Whereabouts
from twofold.network.events.plans import Plan
from twofold.network.events.recurring import instant, wall
from twofold.network.media.actions import place_in, release
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import compose
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.models import Audience, Scope
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec, PartRef
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

GOING, ASKED, HOSTS = "event_going", "event_asked", "event_host"
_OURS = {GOING, ASKED, HOSTS}


@transaction.atomic
def make_event(
    author: Persona,
    *,
    plan: Plan,
    spec: AudienceSpec,
    picture: Picture | None = None,
    uid: str = "",
    at: datetime | None = None,
) -> Event:
    """A new event of `author` for the audience `spec`. Announces EventMade."""
    plan = plan.cleaned()
    policies.check_new(author)
    policies.check_plan(author, plan)
    number, moment = new_id(), at or clock.now()
    event = Event.objects.create(
        pk=number,
        author=author,
        audience=_readers(author, number, spec),
        uid=uid[:200],
        created_at=moment,
        changed_at=moment,
        **_columns(plan),
    )
    _keep_apart(event, plan)
    _ask(event, plan.questions)
    _hang(author, event, picture)
    lay_out(event)
    announce(EventMade(event.pk, author.pk))
    return event


@transaction.atomic
def change_event(
    actor: Persona,
    *,
    event: Event,
    plan: Plan,
    spec: AudienceSpec,
    picture: Picture | None = None,
    tell: bool = True,
) -> Event:
    """Other words, times, place or readers; with `tell` guests learn of another time or place. Announces EventChanged.

    `picture` is the one it has from now on; None takes it away.
    """
    event, plan = held(actor, event), plan.cleaned()
    policies.check_host(actor, event)
    policies.check_plan(event.author, plan)
    before, stood = _news(event), (event.begins_at, event.ends_at)
    for name, value in _columns(plan).items():
        setattr(event, name, value)
    event.version += 1
    event.changed_at = clock.now()
    event.save()
    _keep_apart(event, plan)
    _ask(event, plan.questions)
    _readmit(event, spec)
    if (picture.pk if picture else None) != event.picture_id:
        _hang(actor, event, picture)
    lay_out(event)
    move_along(event, *stood)
    settle(event)
    event = queries.get(Viewer.of(actor), event.pk)
    announce(EventChanged(event.pk, actor.pk, tell and _news(event) != before))
    return event


def held(actor: Persona, event: Event) -> Event:
    """`event` as it stands now, held until the transaction ends. Absent unless seen."""
    found = queries.get(Viewer.of(actor), event.pk)
    Event.objects.select_for_update().get(pk=found.pk)
    return found


def _columns(plan: Plan) -> dict[str, object]:
    return {
        "kind": plan.kind,
        "title": plan.title,
        "description": plan.description,
        "begins_at": instant(plan.begins, plan.zone),
        "ends_at": instant(plan.ends, plan.zone),
        "zone": plan.zone,
        "all_day": plan.all_day,
        "rule": plan.rule,
        "area": plan.area,
        "online": plan.online or bool(plan.link and not plan.place),
        "capacity": plan.capacity,
        "plus": plan.plus,
        "potluck": plan.potluck,
        "shown": plan.shown,
    }


def _news(event: Event) -> tuple[object, ...]:
    """What guests are told of when it changes."""
    where = Whereabouts.objects.get(event=event.pk)
    return event.begins_at, event.ends_at, event.rule, where.place, where.link


def _keep_apart(event: Event, plan: Plan) -> None:
    """Where it is and who comes: each for its own audience."""
    author = event.author
    going, hosts = PartRef(GOING, str(event.pk)), PartRef(HOSTS, str(event.pk))
    those_who_come = compose(author, AudienceSpec(parts=frozenset({going, hosts})))
    Whereabouts.objects.update_or_create(
        event=event,
        defaults={"author": author, "audience": those_who_come, "place": plan.place, "link": plan.link},
    )
    _show_guests(event, those_who_come)


def _show_guests(event: Event, those_who_come: Audience) -> None:
    audience = {Shown.READERS: event.audience, Shown.GUESTS: those_who_come}.get(Shown(event.shown))
    if audience is None:
        hosts = PartRef(HOSTS, str(event.pk))
        audience = compose(event.author, AudienceSpec(parts=frozenset({hosts})))
    GuestList.objects.update_or_create(event=event, defaults={"author": event.author, "audience": audience})


def _ask(event: Event, texts: Iterable[str]) -> None:
    """Let these be its questions; replies to those that stay are kept."""
    wanted = list(texts)
    there = {each.text: each for each in Question.objects.filter(event=event)}
    gone = [each.pk for text, each in there.items() if text not in wanted]
    Reply.objects.filter(question__in=gone).delete()
    Question.objects.filter(pk__in=gone).delete()
    for place, text in enumerate(wanted):
        Question.objects.update_or_create(event=event, text=text, defaults={"place": place})
    Event.objects.filter(pk=event.pk).update(asks=bool(wanted))


def _hang(author: Persona, event: Event, picture: Picture | None) -> None:
    if event.picture_id:
        release([event.picture_id])
    if picture is not None:
        place_in(author, pictures=[picture], audience_id=event.audience_id, place="event")
    event.picture = picture
    Event.objects.filter(pk=event.pk).update(picture=picture)


def _readers(author: Persona, event_id: int, spec: AudienceSpec) -> Audience:
    """The audience of an event: as chosen, and those who were asked, who come and who host it."""
    if spec.scope in (Scope.PARTS, Scope.ONLY_ME):
        ours = {PartRef(kind, str(event_id)) for kind in _OURS}
        spec = AudienceSpec(Scope.PARTS, spec.parts | ours, spec.named, spec.except_parts, spec.except_named)
    try:
        return compose(author, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None


def _readmit(event: Event, spec: AudienceSpec) -> None:
    audience = _readers(event.author, event.pk, spec)
    if audience.pk == event.audience_id:
        return
    event.audience = audience
    Event.objects.filter(pk=event.pk).update(audience=audience)
    Afterwards.objects.filter(event=event).update(audience=audience)
    if event.picture_id:
        Picture.objects.filter(pk=event.picture_id).update(audience=audience)
    if event.shown == Shown.READERS:
        GuestList.objects.filter(event=event).update(audience=audience)


def chosen_spec(event: Event) -> AudienceSpec:
    """The audience as it was chosen: without those who are in it because they have to do with the event."""
    spec = spec_of(event.audience)
    parts = frozenset(each for each in spec.parts if each.kind not in _OURS)
    if spec.scope == Scope.PARTS and not parts and not spec.named:
        return ONLY_ME
    return AudienceSpec(spec.scope, parts, spec.named, spec.except_parts, spec.except_named)


def plan_of(actor: Persona, event: Event) -> Plan:
    """An event as its hosts decided it, to be changed."""
    policies.check_host(actor, event)
    where = Whereabouts.objects.filter(event=event).first()
    if where is None:
        raise Absent
    return Plan(
        kind=event.kind, title=event.title, description=event.description, zone=event.zone,
        begins=wall(event.begins_at, event.zone), ends=wall(event.ends_at, event.zone), all_day=event.all_day,
        rule=event.rule, area=event.area, place=where.place, link=where.link, online=event.online,
        capacity=event.capacity, plus=event.plus, potluck=event.potluck, shown=event.shown,
        questions=tuple(each.text for each in queries.questions(event)),
    )  # fmt: skip
