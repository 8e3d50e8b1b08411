"""Groups of every kind, with somebody in each relation to them; all that is in them carries canaries."""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile

from tests.wall.cast import canary, picture_file
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.groups import actions as groups
from twofold.network.groups.models import BELONGS, Door, Group, Openness, Role
from twofold.network.media.actions import take_in
from twofold.network.posts import actions as posts
from twofold.network.posts.models import Post
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Network, Persona

OTHER = {Network.PROFESSIONAL: Network.SOCIAL, Network.SOCIAL: Network.PROFESSIONAL}
# Everybody who looks, besides a stranger; the roles first. The last three are members whom something divides.
BELONG = {role.value for role in BELONGS}
KEEP = {Role.OWNER.value, Role.ADMIN.value, Role.MODERATOR.value}
NAMES = [
    *(role.value for role in Role), "nobody", "friend", "declined", "left", "elsewhere", "writer", "blocked", "linked",
]  # fmt: skip
IN = {*BELONG, "writer", "blocked", "linked"}


@dataclass
class Said:
    """Something in a group: `words` that stand in it; `by` wrote it; `to` is "inside" or "desk"."""

    name: str
    post: Post
    words: tuple[str, ...]
    to: str
    by: str = "writer"
    picture_id: int = 0


@dataclass
class Circle:
    """One group: `name` and `about` are for those who find it."""

    group: Group
    name: str
    about: str
    secret: str = ""
    said: list[Said] = field(default_factory=list)
    # What members make together, for those inside: addresses below the group's, or whole ones, and what stands there.
    made: list[tuple[str, str]] = field(default_factory=list)

    @property
    def at(self) -> str:
        return f"/{self.group.network}/groups/{encode(self.group.pk)}/"


@dataclass
class Company:
    network: Network
    people: dict[str, Persona] = field(default_factory=dict)
    clients: dict = field(default_factory=dict)
    circles: dict[str, Circle] = field(default_factory=dict)


def gather(network: Network) -> Company:
    """Everything in its place, up to the moment in which everybody looks."""
    company = Company(network)
    for name in NAMES:
        where = OTHER[network] if name == "elsewhere" else network
        company.people[name] = person(f"{name}.{canary()[-6:]}", where, name=canary())
        company.clients[name] = client_of(company.people[name])
    company.clients[""] = client_of(None)
    befriend(company.people["writer"], company.people["friend"])
    for openness in Openness:
        company.circles[openness.value] = _circle(company, openness)
    graph.block(company.people["writer"], persona=company.people["blocked"])
    drain()
    return company


def _circle(company: Company, openness: Openness) -> Circle:
    people, owner = company.people, company.people["owner"]
    name, about = canary(), canary()
    door = Door.INVITED if openness == Openness.HIDDEN else Door.ASK
    group = groups.make_group(owner, name=name, about=about, openness=openness, door=door, looked_at=True)
    circle = Circle(group, name, about)
    for each in ("admin", "moderator", "member", "writer", "blocked", "left", "banned"):
        groups.invite(owner, group=group, persona=people[each])
        groups.join(people[each], group=group)
    for role in ("admin", "moderator"):
        groups.change_role(owner, group=group, persona_id=people[role].pk, role=role)
    circle.secret = groups.make_link(owner, group=group).secret
    groups.join_by_link(people["linked"], secret=circle.secret)
    for each in ("invited", "declined"):
        groups.invite(owner, group=group, persona=people[each])
    groups.decline(people["declined"], group=group)
    if door == Door.ASK:
        groups.join(people["pending"], group=group)
    _talk(company, circle)
    _make_together(company, circle)
    groups.leave(people["left"], group=group)
    groups.send_away(owner, group=group, persona_id=people["banned"].pk)
    return circle


def _make_together(company: Company, circle: Circle) -> None:
    """A page with two versions, a file, something to sign."""
    people, group = company.people, circle.group
    first, then, title, named, call, inside = (canary() for _each in range(6))
    sheet = groups.write_sheet(people["member"], group=group, title=title, text=first)
    groups.write_sheet(people["owner"], group=group, title=title, text=then, sheet_id=sheet.pk, number=1)
    upload = ContentFile(inside.encode(), f"{named}.txt")
    file = groups.add_file(people["member"], group=group, upload=upload)
    made = groups.make_call(people["owner"], group=group, kind="pledge", title=call)
    groups.sign(people["member"], group=group, call_id=made.pk, named=True)
    page, paper = f"{circle.at}pages/{encode(sheet.pk)}/", f"/{group.network}/files/{encode(file.pk)}/"
    circle.made += [(page, then), (f"{page}history/?version=1", first), (f"{circle.at}pages/", title)]
    circle.made += [
        (f"{circle.at}calls/", call),
        (f"{circle.at}files/", named),
        (paper, named),
        (f"{paper}1", inside),
    ]


def _talk(company: Company, circle: Circle) -> None:
    people, group, owner = company.people, circle.group, company.people["owner"]
    shown, waits, taken = (_say(company, circle, name, "desk") for name in ("shown", "waits", "taken out"))
    for each in (shown, taken):
        groups.approve(owner, group=group, post_id=each.post.pk)
    groups.pin(owner, group=group, post_id=shown.post.pk)
    groups.take_out(owner, group=group, post_id=taken.post.pk)
    shown.to, taken.to = "inside", "nobody"
    word = canary()
    shown.post.refresh_from_db()
    remark = posts.comment(people["member"], parent=shown.post, text=word)
    circle.said.append(Said("comment", remark, (word,), "inside", by="member"))
    parting = _say(company, circle, "of one who left", "desk", by="left")
    groups.approve(owner, group=group, post_id=parting.post.pk)
    parting.to = "inside"
    assert waits.post.pk


def _say(company: Company, circle: Circle, name: str, to: str, by: str = "writer") -> Said:
    word, alt, author = canary(), canary(), company.people[by]
    picture = take_in(author, upload=picture_file(), alt=alt)
    entry = groups.write(author, group=circle.group, text=f"{word} #wallwatch", pictures=[picture])
    said = Said(name, entry.post, (word, alt), to, by, picture.pk)
    circle.said.append(said)
    return said
