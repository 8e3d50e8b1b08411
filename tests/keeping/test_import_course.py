"""`twofold import-course`: a folder of Markdown files becomes a draft, or is told what is wrong with it."""

import pytest

from tests.world import person
from twofold.config.cli import main
from twofold.network.learning.models import Course

pytestmark = pytest.mark.django_db
GOOD = {
    "course.md": "title: Reading a river\n\nAbout water.\n",
    "01-water/01-rain.md": "# Rain\n\nIt falls.",
    "02-dikes/a.md": "Clay.",
}


def test_the_command_line_takes_a_folder_or_says_what_is_wrong(tmp_path, capsys):
    person("ada", "professional")
    for name, text in GOOD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert main(["import-course", str(tmp_path), "--by", "nobody"]) == 1
    (tmp_path / "01-water/02-bad.md").write_text("# Bad\n\n## Quiz\n? Why\n- ( ) A\n- ( ) B\n")
    assert main(["import-course", str(tmp_path), "--by", "@ada"]) == 1
    assert "01-water/02-bad.md:4: No answer is marked as right" in capsys.readouterr().out
    assert not Course.objects.exists()
    (tmp_path / "01-water/02-bad.md").unlink()
    assert main(["import-course", str(tmp_path), "--by", "@ada"]) == 0
    assert "2 lessons" in capsys.readouterr().out
    assert Course.objects.get().author.handle == "ada"
