from datetime import UTC, datetime

import pytest

from twofold.config.commands import Problem
from twofold.config.snb import apply_updates, load
from twofold.network.posts.queries import get, replies
from twofold.network.profiles.queries import sections
from twofold.people.graph.queries import distance, ties_of
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

FILES = {
    "dynamic/person": "7|Ana|Sol|f|1980-01-02|2010-01-01T10:00:00.000+0000|1.2.3.4|Firefox|5\n"
    "8|Ben Ali|Roy|m|1981-01-02|2010-01-02T10:00:00.000+0000|1.2.3.5|Opera|5\n",
    "dynamic/person_email_emailaddress": "7|ana@example.org\n7|ana2@example.org\n",
    "dynamic/person_workAt_organisation": "7|1|2003\n7|2|2008\n",
    "dynamic/person_studyAt_organisation": "8|3|2001\n",
    "dynamic/person_speaks_language": "7|en\n7|zz\n",
    "dynamic/person_knows_person": "7|8|2010-02-01T10:00:00.123+0000\n",
    "dynamic/person_hasInterest_tag": "7|11\n8|11\n",
    "dynamic/forum": "3|Wall of Ana|2010-01-01T10:00:00.000+0000|7\n",
    "dynamic/forum_hasMember_person": "3|8|2010-02-02T10:00:00.000+0000\n",
    "dynamic/post": "20|photo20.jpg|2010-03-01T10:00:00.000+0000|1.1.1.1|Opera|||0|7|3|5\n",
    "dynamic/post_hasTag_tag": "20|11\n",
    "dynamic/comment": "30|2010-03-02T10:00:00.000+0000|1.1.1.1|Opera|thx |4|8|5|20|\n",
    "dynamic/person_likes_post": "8|20|2010-03-03T10:00:00.000+0000\n",
    "dynamic/person_likes_comment": "7|30|2010-03-03T10:00:00.000+0000\n",
    "static/place": "5|Old_Town|http://example.org|city|0\n",
    "static/organisation": "1|company|Old_Mill|http://example.org|5\n2|company|Night_Trains|http://example.org|5\n"
    "3|university|High_Hill|http://example.org|5\n",
}
LATER = (
    "1270000000000|0|1|9|Cem|Oz|male|365126400000|1270000000000|1.1.1.1|Opera|5|en|cem@example.org|||2,2009\n"
    "1270000000001|0|8|8|9|1270000000001\n"
    "1270000000002|0|5|3|9|1270000000002\n"
    "1270000000003|0|7|31|1270000000003|1.1.1.1|Opera|great|5|9|5|-1|30|\n"
    "1270000000004|0|3|8|31|1270000000004\n"
)


@pytest.fixture
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    for name, lines in FILES.items():
        path = tmp_path / f"{name}_0_0.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text("the names of the fields\n" + lines)
    (tmp_path / "update_streams").mkdir()
    (tmp_path / "update_streams" / "updateStream_0_0_forum.csv").write_text(LATER)
    return tmp_path


def told(world, number: int) -> set[tuple]:
    """What a profile says: languages, and where one works or studied, with the years."""
    viewer = Viewer.of(world.professional(8))
    entries = [line.entry for each in sections(viewer, world.professional(number)) for line in each.lines]
    return {
        (each.organisation.name, each.began.year, each.ended and each.ended.year)
        if each.organisation
        else (each.title,)
        for each in entries
    }


def test_the_data_set_becomes_people_with_two_lives(folder):
    world = load(folder, progress=lambda _words: None)
    ana, ben = world.social(7), world.social(8)
    assert (ben.name, ana.place, world.professional(7).line) == ("Ben Ali Roy", "Old Town", "Night Trains")
    [tie] = ties_of(Viewer.of(ana))
    assert (tie.other, tie.since) == (ben, datetime(2010, 2, 1, 10, 0, 0, 123_000, tzinfo=UTC))
    assert distance(Viewer.of(world.professional(7)), world.professional(8)) == 1
    post = get(Viewer.of(ben), world.messages[20])
    assert (post.text, post.reactions_count, post.comments_count) == ("photo20.jpg", 1, 1)
    assert told(world, 7) == {("Old Mill", 2003, None), ("Night Trains", 2008, None), ("English",), ("zz",)}
    assert told(world, 8) == {("High Hill", 2001, 2001)}
    apply_updates(world, folder, progress=lambda _words: None)
    assert distance(Viewer.of(ana), world.social(9)) == 2
    assert [each.text for each in replies(Viewer.of(ana), world.messages[30])] == ["great"]


def test_it_is_loaded_once_and_only_from_where_it_is(folder, tmp_path_factory):
    with pytest.raises(Problem):
        load(tmp_path_factory.mktemp("empty"))
    load(folder, progress=lambda _words: None)
    with pytest.raises(Problem):
        load(folder)
