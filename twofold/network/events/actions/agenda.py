"""The agenda of an event: its sessions, who speaks in them, and a schedule that is taken over whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.events import policies
from twofold.network.events.actions.making import held
from twofold.network.events.facts import EventChanged
from twofold.network.events.models import Event, Session, Speaker
from twofold.network.events.recurring import instant
from twofold.people.personas.models import Persona


@dataclass(frozen=True)
class Talk:
    """A session as its hosts decide it; `begins` and `ends` are wall times of the event's zone."""

    title: str
    begins: datetime
    ends: datetime
    words: str = ""
    track: str = ""
    room: str = ""
    link: str = ""
    speakers: tuple[str, ...] = ()

    def cleaned(self) -> "Talk":
        names = tuple(name for name in map(clean_line, self.speakers) if name)
        return replace(
            self, title=clean_line(self.title), words=clean_block(self.words), track=clean_line(self.track),
            room=clean_line(self.room), link=self.link.strip(), speakers=names,
        )  # fmt: skip


@transaction.atomic
def keep_session(actor: Persona, *, event: Event, talk: Talk, session_id: int | None = None) -> Session:
    """A new session of an event, or other words and times of one. Announces EventChanged, which tells nobody."""
    event, talk = held(actor, event), talk.cleaned()
    policies.check_host(actor, event)
    policies.check_talk(event, talk.title, talk.begins, talk.ends, talk.speakers)
    for value, limit, name in (
        (talk.title, 160, "title"), (talk.words, 3_000, "words"), (talk.track, 60, "track"), (talk.room, 60, "room"),
    ):  # fmt: skip
        if len(value) > limit:
            raise Refused(_("At most %(limit)d characters fit here.") % {"limit": limit}, field=name)
    policies.check_link(talk.link)
    if session_id is None:
        policies.check_more_talks(event, 1)
        session = Session(event=event)
    else:
        session = _session(event, session_id)
    _write(event, session, talk)
    _changed(actor, event)
    return session


@transaction.atomic
def drop_session(actor: Persona, *, event: Event, session_id: int) -> None:
    event = held(actor, event)
    policies.check_host(actor, event)
    _session(event, session_id).delete()
    _changed(actor, event)


@transaction.atomic
def take_schedule(actor: Persona, *, event: Event, talks: Sequence[Talk], there: str = "") -> int:
    """Take a schedule into the agenda; how many sessions. What was `there` has to be said something of, where there is
    something: it "goes" or it "stays". Announces EventChanged."""
    event = held(actor, event)
    policies.check_host(actor, event)
    if not talks:
        raise Refused(_("There is no session in this file that could be read."), field="file")
    old = Session.objects.filter(event=event)
    if old.exists() and there not in ("goes", "stays"):
        raise Refused(_("Say what becomes of the sessions that are there."), field="there")
    if there != "stays":
        old.delete()
    policies.check_more_talks(event, len(talks))
    for talk in talks:
        _write(event, Session(event=event), talk.cleaned())
    _changed(actor, event)
    return len(talks)


def _write(event: Event, session: Session, talk: Talk) -> None:
    session.title, session.words = talk.title[:160], talk.words[:3_000]
    session.track, session.room, session.link = talk.track[:60], talk.room[:60], talk.link
    session.begins_at, session.ends_at = instant(talk.begins, event.zone), instant(talk.ends, event.zone)
    session.save()
    hosts = policies.hosts_by_handle(event)
    Speaker.objects.filter(session=session).delete()
    for place, name in enumerate(talk.speakers):
        persona = hosts.get(name.removeprefix("@").casefold())
        Speaker.objects.create(
            session=session, place=place, name=persona.name if persona else name[:80], persona=persona
        )


def _session(event: Event, session_id: int) -> Session:
    found = Session.objects.filter(event=event, pk=session_id).first()
    if found is None:
        raise Absent
    return found


def _changed(actor: Persona, event: Event) -> None:
    agenda = Session.objects.filter(event=event).exists()
    Event.objects.filter(pk=event.pk).update(agenda=agenda, changed_at=clock.now())
    announce(EventChanged(event.pk, actor.pk, False))
