"""The word of the day: marked as it should be, guessed once each, nobody's before it is found, told by hand alone."""

import re
from datetime import date, timedelta

import pytest
import time_machine

from tests.world import befriend, client_of, person
from twofold.foundation.kit import clock
from twofold.network.games import actions, daily, queries
from twofold.network.games.models import DayWord
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
PAGE = "/social/games/word"


@pytest.mark.parametrize("language", daily.LANGUAGES)
def test_lists_hold_enough_words_that_can_be_guessed(language):
    words = daily.words(language)
    assert len(set(words)) == len(words) > 120
    assert [each for each in words if not daily.is_guess(daily.folded(each, language), language)] == []
    assert [each for each in words if daily.folded(each, language) != each] == []
    days = [date(2026, 1, 1) + timedelta(days=each) for each in range(len(words))]
    assert {daily.word_of(language, day) for day in days} == set(words)


@pytest.mark.parametrize(
    ("word", "guess", "signs"),
    [
        ("apple", "apple", "●●●●●"), ("apple", "papal", "◐◐●○◐"), ("sheep", "eerie", "◐◐○○○"),
        ("abbey", "babes", "◐◐●●○"), ("stone", "chirp", "○○○○○"), ("night", "thing", "◐◐◐◐◐"),
    ],
)  # fmt: skip
def test_no_letter_is_counted_twice(word, guess, signs):
    assert daily.picture(word, [guess]) == signs


def test_what_is_typed_is_read_without_accents():
    assert daily.folded(" ÉTÔÏLE ", "fr") == "etoile"
    assert daily.folded("Sueño", "es") == "sueño"
    assert daily.folded("Straße", "de") == "strasse"
    assert daily.folded("أغنية", "ar") == "اغنية"


def wrong(language: str, day: date, skip: int = 0) -> str:
    answer = daily.word_of(language, day)
    return [each for each in daily.words(language) if each != answer][skip]


def test_a_word_is_guessed_found_and_told_by_hand():
    ada = person("ada", language="en")
    client, day = client_of(ada), queries.day_of(ada)
    answer, other = daily.word_of("en", day), wrong("en", day)
    assert "Five letters, six tries" in client.get("/social/games/").content.decode()
    unread = client.get(f"{PAGE}?in=nl").content.decode().split('<main id="main"')[1].split("</main>")[0]
    assert daily.word_of("nl", day) not in re.sub("<[^>]+>", " ", unread)
    short = client.post(PAGE, {"guess": "abc", "place": "0"})
    assert short.status_code == 422
    assert 'value="abc"' in short.content.decode()
    for _again in range(2):
        assert client.post(PAGE, {"guess": other.upper(), "place": "0"}).status_code == 303
    assert DayWord.objects.get().tried == [other]
    assert "You have guessed since" in client.post(PAGE, {"guess": answer, "place": "0"}).content.decode()
    for _again in range(2):
        client.post(PAGE, {"guess": answer, "place": "1"})
    page = client.get(PAGE).content.decode()
    assert "Found in 2 tries" in page
    assert "2%2F6" in page
    assert "You found the word" in client.post(PAGE, {"guess": other, "place": "2"}).content.decode()
    # Each language has a word of its own, and each day.
    assert "Found" not in client.get(f"{PAGE}?in=nl").content.decode()
    with time_machine.travel(clock.now() + timedelta(days=1)):
        assert "Found" not in client.get(PAGE).content.decode()
    with time_machine.travel(clock.now() + timedelta(days=90)):
        actions.forget_old_words()
    assert not DayWord.objects.exists()


def test_a_page_in_arabic_runs_from_right_to_left():
    page = client_of(person("ada")).get(f"{PAGE}?in=ar").content.decode()
    assert 'dir="rtl" lang="ar"' in page
    assert 'aria-current="page">العربية' in page


def through(persona: Persona, *, found: bool) -> None:
    day = queries.day_of(persona)
    if found:
        actions.guess(persona, language="en", day=day, text=daily.word_of("en", day), place=0)
        return
    for place in range(daily.TRIES):
        actions.guess(persona, language="en", day=day, text=wrong("en", day, place), place=place)


def test_after_six_tries_it_is_told_and_friends_who_stand_in_the_table_compare():
    ada, boris, cleo, dora = (person(each, name=each.title()) for each in ("ada", "boris", "cleo", "dora"))
    for each in (boris, cleo):
        befriend(ada, each)
    for each in (ada, boris, dora):
        actions.enter_table(each)
    for each in (boris, cleo, dora):
        through(each, found=True)
    client = client_of(ada)
    assert "Friends today" not in client.get(PAGE).content.decode()
    through(ada, found=False)
    page = client.get(PAGE).content.decode()
    assert "It was “" in page
    assert daily.word_of("en", queries.day_of(ada)) in page
    shown = page.split("Friends today")[1]
    assert "Boris" in shown
    assert "Cleo" not in shown
    assert "Dora" not in shown
    assert "Those were all tries" in client.post(PAGE, {"guess": "abcde", "place": "6"}).content.decode()
    actions.leave_table(ada)
    assert "Friends today" not in client.get(PAGE).content.decode()
