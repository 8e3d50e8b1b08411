"""The groups of the town: who keeps them, who is in them, what they say there."""

from datetime import datetime
from typing import Any
from zlib import crc32

from django.core.files.base import ContentFile

from twofold.config.demo.casting import Cast
from twofold.config.demo.gallery import Gallery
from twofold.config.demo.reading import read
from twofold.config.demo.script import ago
from twofold.network.groups import actions as groups
from twofold.network.groups.models import Group, Sheet
from twofold.network.posts.actions import comment, vote
from twofold.network.posts.extras import Extras
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona

_WORDS = ("name", "about", "rules", "questions", "openness", "door", "looked_at")


def gather(cast: Cast, gallery: Gallery, now: datetime) -> int:
    """Make all of them; how many. Call it in a transaction."""
    told = read("groups.toml")["groups"]
    for each in told:
        gallery.dress(_make(cast, each, now).author, each["name"], each)
    return len(told)


def _make(cast: Cast, words: dict[str, Any], now: datetime) -> Group:
    def people(name: str) -> list[Persona]:
        return [cast.of(words["network"], handle) for handle in words.get(name, "").split()]

    owner = cast.of(words["network"], words["by"])
    said = {name: words[name] for name in _WORDS if name in words}
    group = groups.make_group(owner, **said, at=ago(words["ago"]).before(now))
    for role in ("admin", "moderator", "member"):
        for each in people(f"{role}s"):
            groups.invite(owner, group=group, persona=each)
            groups.join(each, group=group, agreed=True, at=_came(words, each, now))
            if role != "member":
                groups.change_role(owner, group=group, persona_id=each.pk, role=role)
    for each in people("asking"):
        groups.join(each, group=group, agreed=True, answers=_answers(group))
    for each in people("invited"):
        groups.invite(owner, group=group, persona=each)
    _talk(cast, words, owner, group, now)
    _ask(cast, words, group, now)
    _write_down(cast, words, group, now)
    for line in words.get("calls", []):
        kind, goal, title, signers = line.split(" | ", 3)
        # As of now: whoever is in the town came to it before.
        call = groups.make_call(owner, group=group, kind=kind, title=title, goal=int(goal))
        for handle in signers.split():
            signer = cast.of(words["network"], handle.removeprefix("+"))
            groups.sign(signer, group=group, call_id=call.pk, named=handle.startswith("+"))
    return group


def _came(words: dict[str, Any], who: Persona, now: datetime) -> datetime:
    """Some day since the group was made: by the name, so that a town made again is the same."""
    begun = ago(words["ago"]).before(now)
    return begun + (now - begun) * (crc32(who.handle.encode()) % 100) / 120


def _write_down(cast: Cast, words: dict[str, Any], group: Group, now: datetime) -> None:
    """Pages and files; a page that comes twice is another version of itself."""
    written: dict[str, Sheet] = {}
    for page in words.get("pages", []):
        who, when, title, text = page.split(" | ", 3)
        writer, at = cast.of(words["network"], who), ago(when).before(now)
        before = written.get(title)
        more = {"sheet_id": before.pk, "number": before.number} if before else {}
        written[title] = groups.write_sheet(writer, group=group, title=title, text=text, at=at, **more)
    for file in words.get("files", []):
        who, name, text = file.split(" | ", 2)
        groups.add_file(cast.of(words["network"], who), group=group, upload=ContentFile(text.encode(), name))


def _ask(cast: Cast, words: dict[str, Any], group: Group, now: datetime) -> None:
    for line in words.get("polls", []):
        who, when, text, answers = line.split(" | ", 3)
        told = [each.partition(":") for each in answers.split(" / ")]
        options = Extras(options=tuple(answer.strip() for answer, _colon, _who in told), days=14)
        author, at = cast.of(words["network"], who), ago(when).before(now)
        entry = groups.write(author, group=group, text=text, extras=options, at=at)
        for place, (_answer, _colon, voters) in enumerate(told):
            for each in voters.split():
                vote(cast.of(words["network"], each), post=entry.post, options=[place])


def _answers(group: Group) -> list[str]:
    return ["The Oostpolder ring, since the spring.", "Two hands and a thermos."][: len(group.questions)]


def _talk(cast: Cast, words: dict[str, Any], owner: Persona, group: Group, now: datetime) -> None:
    last: Post | None = None
    for line in words["posts"]:
        mark, who, when, text = _line(line)
        author, at = cast.of(words["network"], who), ago(when).before(now)
        if mark == ">" and last is not None:
            comment(author, parent=last, text=text, language="en", at=at)
            continue
        entry = groups.write(author, group=group, text=text, at=at)
        last = entry.post
        if entry.waits and mark != "?":
            groups.approve(owner, group=group, post_id=last.pk)
        if mark == "*":
            groups.pin(owner, group=group, post_id=last.pk)


def _line(line: str) -> tuple[str, str, str, str]:
    mark = line[0] if line[0] in "*?>" else ""
    who, when, text = line.removeprefix(mark).strip().split(" | ", 2)
    return mark, who, when, text
