"""What is shown of skills, endorsements and recommendations: one of each for every audience, with canaries."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.wall import cast
from tests.wall.cast import Stage, canary
from tests.wall.oracle import Record, Thing, Who, may_see
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.endorsements import actions as endorsements
from twofold.network.endorsements.models import Endorsement, Evidence, Skill
from twofold.network.recommendations import actions as recommendations
from twofold.network.recommendations.models import Recommendation
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, AudienceSpec
from twofold.people.personas.actions import edit_persona
from twofold.people.personas.models import Network, Persona

# Looked at even in the small matrix of the suite; `make wall` looks at every audience.
TELLING = ("everyone", "members", "ties", "far", "circle", "me", "members_but", "ties_but_kind")
ENDORSER = "commenter"


@dataclass
class Shown:
    """A canary and who is to find it, as the oracle says; `paths` show it to all of those, other pages to none else."""

    name: str
    word: str
    seen: Callable[[str], bool]
    paths: tuple[str, ...] = ()


@dataclass
class Play:
    stage: Stage
    audiences: dict[str, tuple[AudienceSpec, Who]]
    shown: list[Shown] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def author(self) -> Persona:
        return self.stage.people["author"]

    @property
    def endorser(self) -> Persona:
        return self.stage.people[ENDORSER]

    def sees(self, thing: Thing) -> Callable[[str], bool]:
        return lambda viewer: may_see(self.stage.record, viewer, thing)

    def apart(self, viewer: str, other: str) -> bool:
        return self.stage.record.at_odds(viewer, other)


def set_play(*, everything: bool) -> Play:
    """Everything said and written at work, up to the moment in which everybody looks."""
    stage = Stage(Network.PROFESSIONAL, Record(Network.PROFESSIONAL))
    cast._cast(stage)
    cast._relations(stage)
    circle_id = cast._circle(stage)
    every = cast._audiences(stage, circle_id)
    made = Play(stage, every if everything else {name: every[name] for name in TELLING})
    edit_persona(made.endorser, name=canary())
    _skills(made)
    _hidden_endorsement(made)
    _recommendations(made)
    drain()
    cast._block(stage, "author", "blocked")
    cast._block(stage, "blocking", "author")
    cast._block(stage, ENDORSER, "foe")
    drain()
    return made


def _skills(made: Play) -> None:
    """For each audience a skill and a ground under it; then a narrow ground, one that waits, and what is gone."""
    for name, (spec, who) in made.audiences.items():
        _skill(made, name, spec, Thing("author", who))
    skill, _thing = _skill(made, "narrow ground", EVERYONE, Thing("author", Who("everyone")))
    spec, who = made.audiences["circle"]
    made.shown.pop()
    _narrow(made, skill, spec, Thing("author", who))
    skill, _thing = _skill(
        made, "ground narrowed by its endorser", EVERYONE, Thing("author", Who("everyone"))
    )
    made.shown.pop()
    theirs = Thing(ENDORSER, Who("listed", ties=True))
    _narrow(made, skill, ALL_TIES, theirs, by_endorser=True)
    _waiting(made)
    narrowed, thing = _skill(made, "narrowed", EVERYONE, Thing("author", Who("everyone")))
    endorsements.choose_audience(made.author, skill=narrowed, spec=spec)
    thing.who = who
    removed, thing = _skill(made, "removed", EVERYONE, Thing("author", Who("everyone")))
    endorsements.remove(made.author, skill=removed)
    thing.gone = True


def _skill(made: Play, name: str, spec: AudienceSpec, thing: Thing) -> tuple[Skill, Thing]:
    """Endorsed while everybody sees it, on a ground that both confirm; then it is for whom it is for."""
    skill = endorsements.claim(made.author, name=canary(), spec=EVERYONE)
    page, sees = f"skills/{encode(skill.pk)}/", made.sees(thing)
    evidence = _stated(made, skill)
    endorsements.confirm(made.author, evidence=evidence)
    made.evidence.append(evidence)
    endorsements.choose_audience(made.author, skill=skill, spec=spec)
    made.shown.append(Shown(f"skill for {name}", skill.name, sees, (page, "@author/skills/")))

    def both(viewer: str) -> bool:
        return sees(viewer) and not made.apart(viewer, ENDORSER)

    made.shown.append(Shown(f"ground for {name}", evidence.words, both, (page,)))
    return skill, thing


def _stated(made: Play, skill: Skill) -> Evidence:
    endorsements.endorse(made.endorser, skill=skill)
    return endorsements.propose(made.endorser, skill=skill, kind="work", key=canary()[:20], words=canary())


@dataclass(frozen=True)
class _Now:
    words: str
    audience_id: int
    stated_to_id: int


def _narrow(made: Play, skill: Skill, spec: AudienceSpec, thing: Thing, *, by_endorser: bool = False) -> None:
    """The ground is for fewer people than the skill, as one of the two shows it. Its endorser goes on reading it."""
    evidence, sees = made.evidence[-1], made.sees(thing)
    chosen = compose(made.endorser if by_endorser else made.author, spec).pk
    for row in made.evidence:
        row.refresh_from_db()
    stood = {row.pk: (row.audience_id, row.statement.audience_id) for row in made.evidence}
    stood[evidence.pk] = (stood[evidence.pk][0], chosen) if by_endorser else (chosen, stood[evidence.pk][1])
    same = {(row.kind, row.key): _Now(row.words, *stood[row.pk]) for row in made.evidence}
    endorsements.follow_grounds(made.author.pk, made.endorser.pk, shared=same)

    def both(viewer: str) -> bool:
        return viewer == ENDORSER or (sees(viewer) and not made.apart(viewer, ENDORSER))

    name = "ground narrowed by its endorser" if by_endorser else "narrow ground"
    made.shown.append(Shown(name, evidence.words, both, (f"skills/{encode(skill.pk)}/",)))


def _waiting(made: Play) -> None:
    """Stated and not confirmed: for the two alone, its owner reading it where it is confirmed."""
    skill = endorsements.claim(made.author, name=canary(), spec=EVERYONE)
    evidence = _stated(made, skill)
    pair = ("author", ENDORSER)
    made.shown.append(Shown("waiting ground", evidence.words, lambda viewer: viewer in pair))


def _hidden_endorsement(made: Play) -> None:
    """Whoever is hidden is named to the owner, and sees themselves."""
    voice = made.stage.people["kind_peer"]
    edit_persona(voice, name=canary())
    skill = endorsements.claim(made.author, name=canary(), spec=EVERYONE)
    said = endorsements.endorse(voice, skill=skill)
    endorsements.hide(made.author, endorsement=Endorsement.objects.get(pk=said.pk))
    page = f"skills/{encode(skill.pk)}/"
    made.shown.append(
        Shown("hidden endorser", voice.name, lambda viewer: viewer in ("author", "kind_peer"), (page,))
    )


def _recommendations(made: Play) -> None:
    """One by a writer of its own for each audience, and one in every state in which nobody else may see it."""
    for name, (spec, who) in made.audiences.items():
        row, writer = _written(made, f"writer.{name}".replace("_", "."))
        recommendations.show(made.author, recommendation=row, spec=spec)
        paths = (
            "@author/recommendations/",
            f"@{made.stage.people[writer].handle}/recommendations/?tab=given",
        )
        sees = made.sees(Thing(writer, who, of="author"))
        made.shown.append(Shown(f"recommendation for {name}", row.text, sees, paths))
    for state in ("sent", "hidden", "returned", "taken down"):
        row, writer = _written(made, f"unseen.{state[:4]}")
        if state == "hidden":
            recommendations.show(made.author, recommendation=row, spec=EVERYONE)
            recommendations.hide(made.author, recommendation=row)
        elif state == "returned":
            recommendations.give_back(made.author, recommendation=row, reply="a date")
        elif state == "taken down":
            recommendations.show(made.author, recommendation=row, spec=EVERYONE)
            row = recommendations.send(
                made.stage.people[writer], receiver=made.author, text=canary(), relation="peer"
            )
        page = (f"recommendations/{encode(row.pk)}/",)
        made.shown.append(Shown(f"recommendation {state}", row.text, _pair("author", writer), page))
    _draft(made)


def _pair(*names: str) -> Callable[[str], bool]:
    return lambda viewer: viewer in names


def _draft(made: Play) -> None:
    writer = _writer(made, "unseen.draft")
    persona = made.stage.people[writer]
    row = recommendations.keep_draft(persona, receiver=made.author, text=canary())
    page = (f"recommendations/{encode(row.pk)}/withdraw", "recommendations/?tab=given")
    made.shown.append(Shown("draft", row.draft, _pair(writer), page))


def _written(made: Play, name: str) -> tuple[Recommendation, str]:
    writer = _writer(made, name)
    persona = made.stage.people[writer]
    return recommendations.send(persona, receiver=made.author, text=canary(), relation="colleague"), writer


def _writer(made: Play, name: str) -> str:
    """A connection more, who looks too."""
    stage, kind = made.stage, "peer"
    stage.people[name] = person(cast._handle(name), Network.PROFESSIONAL, name=name)
    stage.clients[name] = client_of(stage.people[name])
    stage.record.home[name] = Network.PROFESSIONAL
    befriend(made.author, stage.people[name], kind=kind, other_kind=kind)
    stage.record.kind["author", name] = stage.record.kind[name, "author"] = kind
    return name
