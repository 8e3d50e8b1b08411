"""The story that is told twice: somebody with a working life and a private one, and all who come across either."""

import io

import time_machine
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from tests.wall.two_worlds import Ear, all_ids
from tests.world import account_of, befriend, client_of, new_account, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.media.actions import take_in
from twofold.network.posts import actions as posts
from twofold.network.posts.models import Draft, Post
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.api.tests.doors import token_for

BEGIN = "2026-03-02 08:00:00+00:00"
OTHERS = ("outsider", "follower", "tied", "blocked")


class Story:
    """One telling: with `shared`, both personas are one person; without, two who never met."""

    def __init__(self, *, shared: bool):
        self.shared = shared
        self.people: dict[tuple[str, str], Persona] = {}
        self.posts: list = []
        self.clock: time_machine.Traveller

    def tell(self) -> list[Ear]:
        with time_machine.travel(BEGIN, tick=False) as clock:
            self.clock = clock
            self._arrive()
            for network in Network.values:
                clock.shift(3600)
                self._live(network)
            drain()
            clock.shift(3600)
            self._cross()
            drain()
            clock.shift(60)
            return self._listen()

    def _arrive(self) -> None:
        for network in Network.values:
            for name in OTHERS:
                self.people[name, network] = person(f"{name}.{network[:3]}", network)
        first = new_account("first@example.org")
        second = first if self.shared else new_account("second@example.org")
        self.people["owner", "professional"] = person(
            "r.marsh", "professional", account=first, name="Rowan Marsh"
        )
        self.people["owner", "social"] = person("puddle", "social", account=second, name="Puddle")

    def _live(self, network: str) -> None:
        owner = self.people["owner", network]
        tied, blocked = self.people["tied", network], self.people["blocked", network]
        befriend(owner, tied)
        graph.follow(self.people["follower", network], followed=owner)
        picture = take_in(owner, upload=_photo(), alt="The same harbour")
        for spec in (EVERYONE, MEMBERS, ALL_TIES):
            self.clock.shift(1)
            self.posts.append(posts.publish(owner, text=f"Morning in {network} #harbour", spec=spec))
        self.clock.shift(1)
        self.posts.append(posts.publish(owner, text="Look", spec=EVERYONE, pictures=[picture]))
        self.clock.shift(1)
        theirs = posts.publish(tied, text=f"Hello @{owner.handle}", spec=EVERYONE)
        posts.comment(owner, parent=theirs, text="Hello to you")
        posts.react(owner, post=theirs, kind="celebrate" if network == "professional" else "love")
        graph.block(owner, persona=blocked)
        self.posts.append(theirs)

    def _cross(self) -> None:
        """What one does in the one network and then at once in the other, and how one comes and goes."""
        browsers = {network: client_of(self.people["owner", network]) for network in Network.values}
        for network, browser in browsers.items():
            for path in ("", "people/", "notifications/", f"@{self.people['owner', network].handle}/"):
                browser.get(f"/{network}/{path}")
            browser.get("/settings/")
            browser.post(
                f"/{network}/posts/guard", {"text": "Morning in social #harbour", "reach": "everyone"}
            )
            browser.get(f"/{network}/posts/{encode(self.posts[0].id)}/elsewhere")
        self._tell_twice(browsers)
        Client().post("/account/password/reset/", {"email": account_of(self.people["owner", "social"]).email})
        for browser in browsers.values():
            browser.post("/account/logout/")

    def _tell_twice(self, browsers: dict[str, Client]) -> None:
        """One event in both networks: on the page that one person has for it, or by two in their composers."""
        words = {network: f"News in {network}: I move to the pump works" for network in Network.values}
        if self.shared:
            browser, fields = browsers["social"], {}
            for network in Network.values:
                fields |= {f"{network}-text": words[network], f"{network}-reach": "everyone"}
            address = browser.post("/tellings/new/job/", fields)["Location"]
            browser.post(address, {**fields, "send": "social"})
            waiting = Draft.objects.get(author=self.people["owner", "professional"])
            posts.send_draft(waiting.author, draft=waiting)
        else:
            for network in ("social", "professional"):
                fields = {"text": words[network], "reach": "everyone", "occasion": "job", "intent": "send"}
                browsers[network].post(f"/{network}/posts/new", {**fields, "once": network})
        self.posts += Post.objects.filter(text__startswith="News in").order_by("network")

    def _listen(self) -> list[Ear]:
        ears = [self._letters(), self._stranger()]
        for network in Network.values:
            ears += [self._observer(name, network) for name in OTHERS]
            ears += [self._client(name, network) for name in OTHERS]
        ids = all_ids()
        for ear in ears:
            ear.ids = ids
        return ears

    def _letters(self) -> Ear:
        """The letters that went to others, and those to the owner of the social persona."""
        ear = Ear("letters")
        for letter in mail.outbox:
            words = letter.message().as_string().replace("first@", "second@")
            ear.heard.append(("letter", _without_dates(words)))
        return ear

    def _stranger(self) -> Ear:
        ear, browser = Ear("stranger"), Client()
        for network in Network.values:
            self._look(ear, browser, network)
        ear.hears("taken?", browser.post("/account/signup/", {"email": "new@example.org", "password1": "x"}))
        return ear

    def _observer(self, name: str, network: str) -> Ear:
        """A member looks around in both networks."""
        ear = Ear(f"{name} in {network}")
        browser = client_of(self.people[name, network])
        for other in Network.values:
            self._look(ear, browser, other)
        return ear

    def _look(self, ear: Ear, browser: Client, network: str) -> None:
        owner = self.people["owner", network]
        paths = ["", f"@{owner.handle}/", f"@{owner.handle}/about/", "tags/harbour/", "people/", "people/find/?q=e",
                 f"people/@{owner.handle}/mutual/", f"people/@{owner.handle}/path/", "notifications/",
                 f"people/@{owner.handle}/introduction/", "people/introductions/asked/", "people/notes/",
                 "people/requests/", "people/followers/", "people/following/", "people/blocked/"]  # fmt: skip
        paths += [f"posts/{encode(post.id)}/" for post in self.posts]
        for path in paths:
            ear.hears(path.partition("/")[0], browser.get(f"/{network}/{path}", follow=True))

    def _client(self, name: str, network: str) -> Ear:
        ear = Ear(f"client of {name} in {network}")
        client = Client(headers={"Authorization": f"Bearer {token_for(self.people[name, network])}"})
        for each in Network.values:
            owner = self.people["owner", each]
            paths = [f"accounts/{owner.id}", f"accounts/{owner.id}/statuses", f"accounts/{owner.id}/followers",
                     f"accounts/{owner.id}/following", f"accounts/relationships?id[]={owner.id}",
                     f"accounts/lookup?acct={owner.handle}"]  # fmt: skip
            paths += [f"statuses/{post.id}" for post in self.posts]
            for path in paths:
                ear.hears(path.partition("/")[0], client.get(f"/api/v1/{path}"))
        for path in (
            "timelines/home",
            "timelines/public",
            "timelines/tag/harbour",
            "notifications",
            "instance",
        ):
            ear.hears(path, client.get(f"/api/v1/{path}"))
        return ear


def _photo() -> ContentFile:
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(file, "PNG")
    return ContentFile(file.getvalue(), name="harbour.png")


def _without_dates(letter: str) -> str:
    return "\n".join(line for line in letter.splitlines() if not line.startswith(("Date:", "Message-ID:")))
