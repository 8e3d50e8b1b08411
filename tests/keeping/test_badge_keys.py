"""Keys are listed, made and given up by a command."""

import pytest

from twofold.config.cli import main
from twofold.network.credentials import keys


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_a_new_key_signs_and_an_old_one_can_be_given_up(capsys):
    assert main(["badge-keys"]) == 0
    first = keys.signing_key().name
    assert f"{first}  signs" in capsys.readouterr().out
    assert main(["badge-keys", "--new"]) == 0
    second = keys.signing_key().name
    assert capsys.readouterr().out.splitlines() == [f"{second}  signs", f"{first}  stood by"]
    assert main(["badge-keys", "--distrust", first]) == 0
    assert first not in capsys.readouterr().out
    assert main(["badge-keys", "--distrust", "nonsense"]) == 1
    assert "There is no key nonsense" in capsys.readouterr().err
