"""Filling the demo network: the people, their pictures, what they say, and what follows from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import OuterRef, Subquery

from twofold.config.demo.advice import advise
from twofold.config.demo.albums import fill_albums
from twofold.config.demo.casting import PASSWORD, cast, people
from twofold.config.demo.conversing import converse
from twofold.config.demo.courses import teach
from twofold.config.demo.cv import keep_cvs
from twofold.config.demo.gallery import Gallery
from twofold.config.demo.games import play
from twofold.config.demo.gatherings import hand_out, meet
from twofold.config.demo.groups import gather
from twofold.config.demo.jobs import hire
from twofold.config.demo.kin import bear
from twofold.config.demo.memories import letters, remember
from twofold.config.demo.mentoring import go_along
from twofold.config.demo.openness import open_up
from twofold.config.demo.organisations import organise
from twofold.config.demo.projects import build
from twofold.config.demo.quieting import quieten
from twofold.config.demo.recognition import moments, recognise
from twofold.config.demo.regrouping import regroup
from twofold.config.demo.reports import look_after
from twofold.config.demo.salaries import earn
from twofold.config.demo.script import scenes
from twofold.config.demo.stories import tell_stories
from twofold.config.demo.tastes import steer
from twofold.config.demo.telling import tell
from twofold.config.demo.tellings import tell_twice
from twofold.config.demo.visiting import come_by
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.posts.models import Reaction
from twofold.people.accounts.models import Account
from twofold.people.graph.models import TieRequest
from twofold.reach.notifications.models import Kind, Notification

Progress = Callable[[str], None]
NEWS = timedelta(minutes=75)


@dataclass(frozen=True)
class Summary:
    """What is there now; `lines` say who may sign in. All numbers are 0 when the town was there already."""

    people: int = 0
    posts: int = 0
    comments: int = 0
    reactions: int = 0
    pictures: int = 0
    lines: tuple[str, ...] = ()


def fill(
    progress: Progress = print, *, pictures: bool = True, reactions: bool = True, hands: int = 2
) -> Summary:
    """Fill the demo network, unless it is there; without `reactions` nobody is in the crowds that react to posts.

    `hands` is how many threads draw and take in pictures beside the telling.
    """
    lines = _who_may_sign_in()
    if Account.objects.filter(demo_place=1).exists():
        progress("The town is there already.")
        return Summary(lines=lines)
    now, start = clock.now(), monotonic()

    def say(text: str) -> None:
        progress(f"{monotonic() - start:5.1f} s  {text}")

    with transaction.atomic():
        town = cast(now)
        drain()
        say(f"{len(people())} people and their {len(town.personas)} personas")
        say(f"{organise(town)} organisations")
        say(f"{keep_cvs(town, now)} entries of their profiles")
        say(f"{open_up(town)} people are open to work or to mentor")
        drain()
        say(f"{remember(town, now)} notes, tags and letters")
        # After what is on profiles: endorsements rest on what two of them share.
        say(f"{recognise(town, now)} recommendations, skills and endorsements")
        say(f"{hire(town, now)} jobs, {advise(town, now)} questions, {earn(town)} figures of pay")
        say(f"{come_by(town, now)} visits to profiles")
        say(f"{converse(town, now)} conversations")
        said = scenes()
        wanted = [each.extras["picture"] for each in said if "picture" in each.extras]
        gallery = Gallery(town, wanted, hands=hands if pictures else 0)
        told = tell(town, said, gallery.photo, now, reactions=reactions)
        say(f"{told.posts} posts, {told.comments} comments, {told.reactions} reactions")
        drain()
        say(f"{regroup(town, now)} changes of who sees what, {tell_twice(town, now)} event told twice")
        say(f"{fill_albums(town, gallery, now)} albums")
        say(f"{meet(town, gallery, now)} events, {hand_out(town, now)} business cards")
        say(f"{tell_stories(town, gallery, now)} stories, {teach(town, now)} courses")
        say(f"{gather(town, gallery, now)} groups, {build(town, now)} projects, {play(town, now)} games")
        gallery.hang()
        say(f"{bear(town, now)} birthdays, {go_along(town, now)} mentoring, {gallery.count} pictures")
        drain()
        _date_the_news()
        say(f"{steer(town)} steer feeds, {quieten(town)} keep quiet hours, {look_after(town)} reports wait")
    for line in lines:
        progress(line)
    return Summary(len(people()), told.posts, told.comments, told.reactions, gallery.count, lines)


def _who_may_sign_in() -> tuple[str, ...]:
    return (
        f"Sign in as {people()[0]['mail']}@example.org with the password {PASSWORD}.",
        "All the others have the same password; with TWOFOLD_DEMO=1 the sign-in page offers them at one click.",
    )


def _date_the_news() -> None:
    """Give notifications the time of what they tell of, and let people have read all but the newest."""
    news = Notification.objects.all()
    news.filter(
        kind__in=[
            Kind.TIE_ACCEPTED,
            Kind.FOLLOW,
            Kind.ENDORSED,
            Kind.GROUND_AGREED,
            Kind.REC_SHOWN,
            Kind.EVENT_ANSWER,
            Kind.EVENT_SEAT,
            Kind.EVENT_HOST,
            Kind.GAME_OVER,
            Kind.KIN_AGREED,
            Kind.COURSE_JOINED,
            Kind.COURSE_DONE,
            Kind.MENTOR_YES,
            Kind.MENTOR_NEWS,
        ]
    ).delete()
    reactions = Reaction.objects.filter(post=OuterRef("post"), persona=OuterRef("actor"))
    requests = TieRequest.objects.filter(sender=OuterRef("actor"), receiver=OuterRef("recipient"))
    for kind, rows in ((Kind.REACTION, reactions), (Kind.TIE_REQUEST, requests), *moments(), *letters()):
        dated = news.filter(kind=kind).annotate(at=Subquery(rows.values("created_at")[:1]))
        found = [Notification(pk=each.pk, position=clock.position_of(each.at)) for each in dated if each.at]
        Notification.objects.bulk_update(found, ["position"], batch_size=400)
    limit = clock.position_of(clock.now() - NEWS)
    news.filter(position__lt=limit).update(read=True)
