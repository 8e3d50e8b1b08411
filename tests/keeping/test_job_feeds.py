"""Feeds of jobs, by the command line."""

import pytest

from twofold.config.cli import main
from twofold.foundation.kit.ids import encode
from twofold.network.jobs.models import Feed, Job
from twofold.network.jobs.tests.test_feeding import PAGE
from twofold.network.jobs.tests.town import hirers

pytestmark = pytest.mark.django_db


def test_whoever_keeps_the_server_sets_feeds_hears_of_them_and_lets_them_go(tmp_path, capsys):
    hirers()
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    assert main(["job-feeds"]) == 0
    assert "from anywhere else" in capsys.readouterr().out
    assert main(["job-feeds", "add", "@nobody", "jsonld", str(file)]) == 1
    assert main(["job-feeds", "add", "@delta", "jsonld", str(tmp_path / "none")]) == 1
    assert main(["job-feeds", "add", "@delta", "jsonld", str(file)]) == 0
    assert "1 jobs" in capsys.readouterr().out
    assert Job.objects.get().title == "Lock keeper"
    assert main(["job-feeds", "run"]) == 0
    file.write_text("We are moving")
    assert main(["job-feeds", "run"]) == 1
    assert "could not be read" in capsys.readouterr().out
    main(["doctor"])
    assert "do not come any more" in capsys.readouterr().out
    assert Job.objects.filter(live=True).exists(), "nothing is lost"
    assert main(["job-feeds", "remove", "nonsense"]) == 1
    assert main(["job-feeds", "remove", encode(Feed.objects.get().pk)]) == 0
    assert not Job.objects.filter(live=True).exists()
