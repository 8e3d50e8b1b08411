"""Moments as the server writes them: in as many letters as script will, so that nothing moves when it does."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template import engines
from django.utils import timezone, translation

SOURCE = "{% from 'web/components/time.html' import when %}{{ when(moment, plain=plain) }}"
YEARS_END = datetime(timezone.now().year, 12, 31, 18, 5, tzinfo=UTC)


def written(moment: datetime, language: str = "en", *, plain: bool = False) -> str:
    with translation.override(language):
        return engines["jinja2"].from_string(SOURCE).render({"moment": moment, "plain": plain})


@pytest.mark.parametrize(("language", "words"), [("en", "PM"), ("de", "18:05"), ("ar", "6:05")])
def test_of_what_is_to_come_the_hour_stands_there_from_the_beginning(language: str, words: str):
    said = written(YEARS_END.replace(year=YEARS_END.year + 1), language)
    assert words in said
    assert "data-day" in said
    assert str(YEARS_END.year + 1) in said


def test_what_was_has_a_date_and_script_says_how_long_ago():
    assert "data-" not in written(timezone.now() - timedelta(hours=3))
    assert "data-day" in written(timezone.now() - timedelta(days=30))
    assert "data-plain" in written(timezone.now() + timedelta(days=30), plain=True)
