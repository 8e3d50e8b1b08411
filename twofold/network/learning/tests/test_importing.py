"""A course from Markdown files, whole or not at all. The command line: tests/keeping/test_import_course.py."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.world import client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.learning.models import Course, Question

pytestmark = pytest.mark.django_db
COURSE = "title: Reading a river\nsummary: For all\nskills: Hydrology, Surveying\nminutes: 90\n\nAbout **water**.\n"
RAIN = """# Rain

It falls.

    code stays

## Quiz

? Where to?
- (x) Ground
- ( ) Sewer :: Only in town.
! Meadows drink.

? What holds it?
- [x] Ditch
- [ ] Car park

? How many?
= 10 +- 0,5

? What measures it?
= rain gauge
= 3 gauges

? In order
1. Rain
2. River
"""
GOOD = {
    "course.md": COURSE,
    "01-water/01-rain.md": RAIN,
    "02-dikes/chapter.md": "# On dikes",
    "02-dikes/a_b.md": "Clay.",
}


def packed(files: dict[str, str | bytes], wrapper: str = "") -> SimpleUploadedFile:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(wrapper + name, text)
    return SimpleUploadedFile("course.zip", into.getvalue())


def send(files: dict[str, str | bytes], wrapper: str = ""):
    client = client_of(person("ada", "professional"))
    return client, client.post("/professional/learning/import/", {"file": packed(files, wrapper)})


def test_a_folder_becomes_a_draft_with_all_that_is_in_it():
    more = {"01-water/map.png": b"\x89PNG", "__MACOSX/01-water/x.md": "no", ".DS_Store": b"x"}
    client, answer = send({**GOOD, **more}, "river/")
    assert answer.status_code == 303, answer.content.decode()
    page = client.get(answer["Location"]).content.decode()
    assert "map.png" in page
    course = Course.objects.get()
    assert (course.title, course.minutes, course.published_at) == ("Reading a river", 90, None)
    chapters = [(each.title, [one.title for one in each.lessons.all()]) for each in course.chapters.all()]
    assert chapters == [("Water", ["Rain"]), ("On dikes", ["A b"])]
    asks = list(Question.objects.order_by("place").values_list("asks", flat=True))
    assert asks == ["one", "several", "number", "text", "order"]
    assert Question.objects.get(asks="number").tolerance == 0.5
    lesson = course.lessons.get(title="Rain")
    seen = client.get(
        f"/professional/learning/{encode(course.pk)}/lessons/{encode(lesson.pk)}/"
    ).content.decode()
    assert "<code>code stays" in seen


def test_what_is_wrong_is_said_line_by_line_and_nothing_is_kept():
    bad = {
        "course.md": "titel: River\n\nAbout",
        "01-water/01-rain.md": "# Rain\n\n## Quiz\n\n- (x) early\n? None right\n- ( ) A\n- ( ) B\n"
        "? Mixed\n- (x) A\n- [x] B\n",
        "01-water/02-latin.md": "caf\xe9".encode("latin-1"),
        "01-water/deep/03.md": "Too deep.",
        "01-water/04-empty.md": "# Nothing",
    }
    _client, answer = send(bad)
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in (
        "course.md:1", "01-water/01-rain.md:5", "01-water/01-rain.md:6", "01-water/01-rain.md:11",
        "01-water/02-latin.md:1", "01-water/deep/03.md", "01-water/04-empty.md", "No answer is marked as right",
    ):  # fmt: skip
        assert words in page, words
    assert not Course.objects.exists()


def test_hostile_and_broken_zips_are_refused():
    client = client_of(person("ada", "professional"))
    broken = SimpleUploadedFile("course.zip", b"PK\x03\x04 no zip")
    large = packed({**GOOD, "big.md": "x" * 9_000_000})
    many = packed({f"{number}.md": "x" for number in range(700)})
    nothing = client.post("/professional/learning/import/", {})
    for upload, words in ((broken, "not a zip"), (large, "8 MB"), (many, "600 files")):
        answer = client.post("/professional/learning/import/", {"file": upload})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert nothing.status_code == 422
    escaping = client.post(
        "/professional/learning/import/", {"file": packed({**GOOD, "../../etc/x.md": "hm"})}
    )
    assert escaping.status_code == 303
    assert Course.objects.get().lessons_count == 2
