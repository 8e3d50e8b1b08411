"""The wall stands in the words too, and every script can be told."""

import re
from datetime import UTC, datetime
from random import Random

import pytest

from twofold.config.demo.bulk import shape
from twofold.config.demo.bulk.names import nicknames, professionals
from twofold.config.demo.bulk.sentences import TONES
from twofold.config.demo.casting import LIVES, files, pages, people
from twofold.config.demo.cv import cvs, entries_of
from twofold.config.demo.pictures import photos
from twofold.config.demo.script import Scene, ago, scenes, spoken

BOTH = [person for person in people() if "work" in person and "home" in person]
SAID = scenes()


def _words_of(network: str) -> str:
    """Everything that is shown in a network: what is said, what introduces people, the words under pictures."""
    life = next(life for life, each in LIVES.items() if each == network)
    shown = [words for scene in SAID if scene.network == network for words in scene.all_text()]
    shown += [photos()[scene.extras["picture"]].alt for scene in SAID if _pictured(scene, network)]
    shown += [str(person[life]) for person in people() if life in person]
    shown += [str(page) for page in pages() if page["network"] == network]
    shown += [str(cv) for cv in cvs()] if network == "professional" else []
    return "\n".join(shown)


def _pictured(scene: Scene, network: str) -> bool:
    return scene.network == network and "picture" in scene.extras


def test_the_town_is_large_enough():
    assert len(people()) >= 60
    assert len({page["name"] for page in pages()}) >= 12
    assert len(SAID) >= 150
    assert sum(len(scene.answers) for scene in SAID) >= 350
    assert len({each for person in people() for each in LIVES if each in person}) == 2
    assert len(files()) == 4


@pytest.mark.parametrize(("network", "other"), [("professional", "home"), ("social", "work")])
def test_nothing_said_in_one_network_names_a_life_in_the_other(network, other):
    shown = _words_of(network)
    names = [person[other][field] for person in BOTH for field in ("name", "handle")]
    told = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown, re.I)]
    assert not told


def test_no_first_name_of_a_working_life_is_dropped_among_friends():
    firsts = [person["work"]["handle"].split(".")[0] for person in BOTH]
    shown = _words_of("social")
    assert not [name for name in firsts if re.search(rf"\b{name}\b", shown, re.I)]


def test_whoever_has_both_lives_shows_a_face_in_one_of_them_only():
    assert not [person["mail"] for person in BOTH if person["home"]["picture"].startswith("face")]


def test_every_picture_is_shown_once_and_described():
    shown = [scene.extras["picture"] for scene in SAID if "picture" in scene.extras]
    assert sorted(shown) == sorted(photos())
    assert not [photo.name for photo in photos().values() if len(photo.alt) < 40]


def test_times_are_read_and_nothing_happens_in_the_future():
    now = datetime(2031, 3, 4, 5, 6, tzinfo=UTC)
    assert ago("40m").before(now) == datetime(2031, 3, 4, 4, 26, tzinfo=UTC)
    assert ago("2d18:20").before(now) == datetime(2031, 3, 2, 18, 20, 17, tzinfo=UTC)
    assert spoken("on {+2}", now) == "on Thursday"
    assert all(scene.ago.before(now) < now for scene in SAID)
    with pytest.raises(ValueError, match="not a time"):
        ago("soon")


def test_a_large_town_is_the_same_for_the_same_seed():
    def drawn():
        rng = shape.np.random.default_rng(7)
        pairs = shape.draw(rng, 500, 12)
        return (
            list(professionals(rng, 50)),
            list(nicknames(rng, 50)),
            pairs.one.tolist(),
            pairs.other.tolist(),
        )

    assert drawn() == drawn()


def test_the_ties_of_a_large_town_have_a_heavy_tail():
    pairs = shape.draw(shape.np.random.default_rng(1), 3000, 14)
    degrees = shape.np.bincount(shape.np.concatenate([pairs.one, pairs.other]), minlength=3000)
    assert 12 < degrees.mean() < 15
    assert degrees.max() > 5 * degrees.mean()
    assert (pairs.one < pairs.other).all()


def test_sentences_have_no_holes_left():
    texts = [tone.post(Random(n))[0] + tone.comment(Random(n)) for tone in TONES.values() for n in range(300)]
    assert not [text for text in texts if "{" in text or "}" in text]
    assert len(set(texts)) > 590


def test_everybody_at_work_has_a_cv_that_can_be_read():
    told = {cv["of"]: list(entries_of(cv)) for cv in cvs()}
    assert set(told) == {person["work"]["handle"] for person in people() if "work" in person}
    assert len(told["nadia.okafor"]) >= 30
    named = {fields["page"] for entries in told.values() for _kind, fields in entries if "page" in fields}
    assert named <= {page["handle"] for page in pages() if page["network"] == "professional"}


def test_a_line_of_a_cv_is_read():
    line = "2019-01..2021-03 * part remote ties | Clerk | @delta.works | Veermond | Python; SQL | Filed."
    [(kind, fields)] = entries_of({"experience": [line]}, 1)
    assert (kind, fields["page"], fields["reach"]) == ("experience", "delta.works", "ties")
    assert (fields["began"].isoformat(), fields["ended"].isoformat()) == ("2020-01-01", "2022-03-01")
    assert (fields["employment"], fields["workplace"], fields["primary"]) == ("part", "remote", True)
    assert fields["skills"] == ["Python", "SQL"]
    with pytest.raises(ValueError, match="too many parts"):
        list(entries_of({"course": ["2019 | a | b | c | d"]}))
