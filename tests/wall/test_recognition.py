"""Skills, what is said to them, and recommendations: everybody looks everywhere, and sees what is for them, no more."""

import json

import pytest
from django.test import Client

from tests.wall.cast_recognition import Play, Shown, set_play
from tests.wall.score import EVERYTHING, seats
from twofold.foundation.kit.ids import encode
from twofold.network.credentials.models import Credential
from twofold.network.endorsements.models import Skill

pytestmark = pytest.mark.django_db


def pages_of(play: Play, shown: list[Shown]) -> dict[str, list[Shown]]:
    """Every page that is looked at, and what must stand there for those whom it is for."""
    pages: dict[str, list[Shown]] = {}
    for each in shown:
        for path in each.paths:
            pages.setdefault(path.replace("@author", f"@{play.author.handle}"), []).append(each)
    handle = play.author.handle
    for path in (
        f"@{handle}/",
        "notifications/",
        "skills/",
        "recommendations/",
        "recommendations/?tab=requests",
    ):
        pages.setdefault(path, [])
    for skill in Skill.objects.all()[:4]:
        pages.setdefault(f"skills/{encode(skill.pk)}/ground", [])
    for path in (f"@{handle}/recommendations/write", f"@{handle}/recommendations/ask", "skills/given/"):
        pages.setdefault(path, [])
    for evidence in play.evidence[:3]:
        pages.setdefault(f"grounds/{encode(evidence.pk)}/badge.json", [])
    return pages


def look(browser: Client, path: str) -> str:
    """A page with those that follow it, as it offers them."""
    read, following = "", f"/professional/{path}"
    for _ in range(6):
        text = browser.get(following, follow=True).content.decode()
        read += text
        _, found, rest = text.partition('rel="next" href="')
        if not found:
            break
        following = f"/professional/{path.partition('?')[0]}" + rest.split('"', 1)[0].replace("&amp;", "&")
    return read


def test_everybody_sees_what_is_for_them_and_nothing_else(record_property):
    play = set_play(everything=EVERYTHING)
    viewers = [name for name, _client in seats(play.stage)]
    allowed = {(each.name, viewer): each.seen(viewer) for each in play.shown for viewer in viewers}
    cells, leaks, refusals = 0, [], []
    for path, must in pages_of(play, play.shown).items():
        for viewer in viewers:
            text = look(play.stage.clients[viewer], path)
            for each in play.shown:
                cells += 1
                may, seen = allowed[each.name, viewer], each.word in text
                where = f"{path}: {each.name} as {viewer or 'a stranger'}"
                if seen and not may:
                    leaks.append(where)
                if may and not seen and each in must:
                    refusals.append(where)
    record_property("cells recognition", cells)
    assert cells > (20_000 if EVERYTHING else 9_000)
    assert not leaks, "\n".join(leaks[:40])
    assert not refusals, "\n".join(refusals[:40])
    assert 0 < sum(allowed.values()) < len(allowed)
    _nothing_in_the_open(play)


def _nothing_in_the_open(play: Play) -> None:
    """Keys and status lists are the same for everybody and name nobody."""
    words = [each.word for each in play.shown] + [
        play.author.handle,
        play.endorser.handle,
        str(play.author.pk),
    ]
    answers = set()
    for viewer in ("", "author", "blocked"):
        browser = play.stage.clients[viewer]
        text = browser.get("/.well-known/did.json").content.decode()
        text += browser.get("/credentials/status/1").content.decode().split(".")[1]
        answers.add(text)
        assert not [word for word in words if word in text]
    assert len(answers) == 1
    assert Credential.objects.filter(revoked_at=None).exists()


def test_a_badge_is_for_its_owner_and_says_what_both_confirmed(client):
    play = set_play(everything=False)
    path = f"/professional/grounds/{encode(play.evidence[0].pk)}/badge.json"
    answers = {name: browser.get(path).status_code for name, browser in play.stage.clients.items()}
    assert [name for name, status in answers.items() if status == 200] in (
        ["author"],
        ["author", "own_other"],
    )
    badge = json.loads(play.stage.clients["author"].get(path).content)
    assert badge["evidence"][0]["name"] == play.evidence[0].words
    assert play.endorser.name in badge["evidence"][0]["narrative"]
