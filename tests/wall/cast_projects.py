"""Projects of every kind, with somebody in each relation to them; all that is in them carries canaries."""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile

from tests.wall.cast import canary
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.files.models import File
from twofold.network.projects import actions as projects
from twofold.network.projects.models import Note, Openness, Project, Task
from twofold.people.graph import actions as graph
from twofold.people.personas.models import Persona

# Those in it, with the writer of what is said, and a member whom the writer shuts out.
IN = {"lead", "maker", "reader", "writer", "blocked"}
NAMES = [*sorted(IN), "invited", "declined", "left", "removed", "friend", "nobody", "elsewhere"]


@dataclass
class Board:
    """One project: `known` is for those who find it, `words` for those who read its board, `said` by the writer."""

    project: Project
    known: tuple[str, ...]
    words: tuple[str, ...]
    said: str
    task: Task
    note: Note
    file: File
    file_words: tuple[str, str]

    @property
    def at(self) -> str:
        return f"/professional/projects/{encode(self.project.pk)}/"

    @property
    def task_at(self) -> str:
        return f"{self.at}tasks/{encode(self.task.pk)}/"


@dataclass
class Workshop:
    people: dict[str, Persona] = field(default_factory=dict)
    clients: dict = field(default_factory=dict)
    boards: dict[str, Board] = field(default_factory=dict)


def set_up() -> Workshop:
    """Everything in its place, up to the moment in which everybody looks."""
    shop = Workshop()
    for name in NAMES:
        where = "social" if name == "elsewhere" else "professional"
        shop.people[name] = person(f"{name}.{canary()[-6:]}", where, name=canary())
        shop.clients[name] = client_of(shop.people[name])
    shop.clients[""] = client_of(None)
    befriend(shop.people["writer"], shop.people["friend"])
    for openness in Openness:
        shop.boards[openness.value] = _board(shop, openness)
    graph.block(shop.people["writer"], persona=shop.people["blocked"])
    drain()
    return shop


def _board(shop: Workshop, openness: Openness) -> Board:
    people, lead = shop.people, shop.people["lead"]
    name, about, title, words, line, goal, label, said = (canary() for _each in range(8))
    project = projects.make_project(lead, name=name, about=about, openness=openness)
    for each in ("maker", "reader", "writer", "blocked", "left", "removed"):
        role = "reader" if each == "reader" else "maker"
        projects.invite(lead, project=project, persona=people[each], role=role)
        projects.accept(people[each], project=project)
    for each in ("invited", "declined"):
        projects.invite(lead, project=project, persona=people[each])
    projects.decline(people["declined"], project=project)
    task = projects.write_task(people["left"], project=project, title=title)
    aim = projects.keep_milestone(lead, project=project, name=goal)
    tag = projects.keep_label(lead, project=project, name=label[:30])
    projects.edit_task(
        lead, task=task, version=1, title=title, words=words, milestone_id=aim.pk, labels=[tag.pk]
    )
    projects.add_check(lead, task=task, words=line)
    projects.give_task(lead, task=task, persona_id=people["writer"].pk)
    Task.objects.filter(pk=task.pk).update(due=clock.now().date())
    inside, named = canary(), canary()
    file = projects.add_file(lead, task=task, upload=ContentFile(inside.encode(), f"{named}.txt"))
    note = projects.say(people["writer"], task=task, text=said)
    projects.leave(people["left"], project=project)
    projects.remove(lead, project=project, persona_id=people["removed"].pk)
    return Board(
        project,
        (name, about),
        (title, words, line, goal, label[:30]),
        said,
        task,
        note,
        file,
        (inside, named),
    )
