"""Everything that can be reported: found through the door, as whoever reports sees it, and taken down again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from django.urls import reverse

from twofold.care.moderation.models import Kind
from twofold.foundation.kit.refusals import Absent
from twofold.network.advice import actions as advice_actions
from twofold.network.advice import queries as advice
from twofold.network.albums import actions as album_actions
from twofold.network.albums.queries import item
from twofold.network.events import actions as event_actions
from twofold.network.events import queries as events
from twofold.network.groups import queries as groups
from twofold.network.jobs import actions as job_actions
from twofold.network.jobs.queries import get as job
from twofold.network.messaging import actions as message_actions
from twofold.network.messaging.queries import line
from twofold.network.posts import actions as post_actions
from twofold.network.posts import queries as posts
from twofold.network.stories import actions as story_actions
from twofold.network.stories.queries import get as story
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Thing:
    """What is reported: `about` is whose it is, `group` the id of the group in which it stands, or 0."""

    kind: Kind
    id: int
    about: Persona
    title: str
    text: str = ""
    href: str = ""
    group: int = 0
    pictures: list[int] = field(default_factory=list)

    @property
    def copy(self) -> dict[str, str]:
        return {"title": self.title, "text": self.text, "href": self.href}


def find(viewer: Viewer, kind: str, thing_id: int) -> Thing:
    """What the viewer would report. Absent where it is not there, or not for them."""
    if kind not in _FIND:
        raise Absent
    return _FIND[kind](viewer, thing_id)


def _post(viewer: Viewer, post_id: int) -> Thing:
    found = posts.original(viewer, post_id)
    return Thing(
        Kind.COMMENT if found.root_id else Kind.POST,
        found.pk,
        found.author,
        found.warning,
        found.text,
        reverse("posts:thread", args=[viewer.network, found.pk]),
        groups.group_of_post(found.root_id or found.pk),
        [each.pk for each in posts.pictures_of(found)],
    )


def _message(viewer: Viewer, message_id: int) -> Thing:
    found = line(viewer, message_id)
    if found.deleted_at or found.notice:
        raise Absent
    held = list(found.pictures.values_list("picture", flat=True))
    return Thing(Kind.MESSAGE, found.pk, found.author, "", found.text, pictures=held)


def _persona(viewer: Viewer, persona_id: int) -> Thing:
    found = by_ids(viewer, [persona_id]).get(persona_id)
    if found is None or found.network != viewer.network:
        raise Absent
    kind = Kind.PAGE if found.is_page else Kind.PERSON
    words = "\n\n".join(filter(None, (found.line, found.about, found.place, found.website)))
    return Thing(
        kind, found.pk, found, found.name, words, reverse("web:profile", args=[found.network, found.handle])
    )


def _group(viewer: Viewer, group_id: int) -> Thing:
    found = groups.get(viewer, group_id).group
    words = "\n\n".join(filter(None, (found.about, found.rules)))
    at = reverse("groups:group", args=[viewer.network, found.pk])
    return Thing(Kind.GROUP, found.pk, found.author, found.name, words, at)


def _event(viewer: Viewer, event_id: int) -> Thing:
    found = events.get(viewer, event_id)
    held = [found.picture_id] if found.picture_id else []
    at = reverse("events:event", args=[viewer.network, found.pk])
    return Thing(Kind.EVENT, found.pk, found.author, found.title, found.description, at, pictures=held)


def _job(viewer: Viewer, job_id: int) -> Thing:
    found = job(viewer, job_id)
    at = reverse("web:job", args=[viewer.network, found.pk])
    return Thing(Kind.JOB, found.pk, found.author, found.title, found.text, at)


def _story(viewer: Viewer, story_id: int) -> Thing:
    found = story(viewer, story_id)
    held = [found.picture_id] if found.picture_id else []
    at = reverse("stories:story", args=[viewer.network, found.pk])
    return Thing(Kind.STORY, found.pk, found.author, "", found.words, at, pictures=held)


def _photo(viewer: Viewer, picture_id: int) -> Thing:
    """A picture of an album. One of a post is reported with its post."""
    found = item(viewer, picture_id)
    words = "\n\n".join(filter(None, (found.caption, found.picture.alt)))
    at = reverse("web:photo", args=[viewer.network, picture_id])
    return Thing(
        Kind.PHOTO, picture_id, found.picture.author, found.album.title, words, at, pictures=[picture_id]
    )


def _question(viewer: Viewer, question_id: int) -> Thing:
    found = advice.question(viewer, question_id)
    at = reverse("web:question", args=[viewer.network, found.pk])
    return Thing(Kind.QUESTION, found.pk, found.author, found.title, found.text, at)


def _answer(viewer: Viewer, answer_id: int) -> Thing:
    found = advice.answer(viewer, answer_id)
    at = reverse("web:question", args=[viewer.network, found.question_id])
    return Thing(Kind.ANSWER, found.pk, found.author, found.question.title, found.text, at)


def _guide(viewer: Viewer, guide_id: int) -> Thing:
    found = advice.guide(viewer, guide_id)
    at = reverse("advice:guide", args=[viewer.network, found.pk])
    return Thing(Kind.GUIDE, found.pk, found.author, found.title, found.text, at)


_FIND: Mapping[str, Callable[[Viewer, int], Thing]] = {
    Kind.POST: _post,
    Kind.COMMENT: _post,
    Kind.MESSAGE: _message,
    Kind.PERSON: _persona,
    Kind.PAGE: _persona,
    Kind.GROUP: _group,
    Kind.EVENT: _event,
    Kind.JOB: _job,
    Kind.STORY: _story,
    Kind.PHOTO: _photo,
    Kind.QUESTION: _question,
    Kind.ANSWER: _answer,
    Kind.GUIDE: _guide,
}
_ADVICE = (Kind.QUESTION, Kind.ANSWER, Kind.GUIDE)
TAKE_DOWN: Mapping[str, Callable[[int], None]] = {
    Kind.POST: post_actions.take_down,
    Kind.COMMENT: post_actions.take_down,
    Kind.MESSAGE: message_actions.take_down,
    Kind.EVENT: event_actions.take_down,
    Kind.JOB: job_actions.take_down,
    Kind.STORY: story_actions.take_down,
    Kind.PHOTO: album_actions.take_down,
    **{each: partial(advice_actions.take_down, each.value) for each in _ADVICE},
}
PUT_BACK: Mapping[str, Callable[[int], None]] = {
    Kind.POST: post_actions.put_back,
    Kind.COMMENT: post_actions.put_back,
    Kind.MESSAGE: message_actions.put_back,
    Kind.EVENT: event_actions.put_back,
    Kind.JOB: job_actions.put_back,
    Kind.STORY: story_actions.put_back,
    Kind.PHOTO: album_actions.put_back,
    **{each: partial(advice_actions.put_back, each.value) for each in _ADVICE},
}
