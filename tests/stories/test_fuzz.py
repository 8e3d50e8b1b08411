"""A few odd requests of each kind; `make api-fuzz` makes thousands."""

import pytest

from tests.fuzzing import Town, wrong_answers


@pytest.mark.django_db(transaction=True)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_odd_requests_are_answered_as_the_document_says(settings):
    settings.API_RATE = 1_000_000
    told: list[str] = []
    assert wrong_answers(Town(), examples=4, say=told.append) == [], "\n\n".join(told)[:5000]
