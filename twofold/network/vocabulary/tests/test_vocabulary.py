"""The vocabulary: what is offered while one types, in several tongues, and what a word means."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import client_of, person
from twofold.network.vocabulary.actions import load
from twofold.network.vocabulary.models import Synonym, Term, TermKind
from twofold.network.vocabulary.queries import complete, offers, term_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _words():
    load()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("JS", "JavaScript"),
        ("js", "JavaScript"),
        ("k8s", "Kubernetes"),
        ("Wasserb", "Hydraulic engineering"),
        ("waterbouw", "Hydraulic engineering"),
        ("gestion de proj", "Project management"),
        ("gestión de proyectos", "Project management"),
        ("gestion de proyectos", "Project management"),
        ("التمريض", "Nursing"),
        ("verloskunde", "Midwifery"),
    ],
)
def test_a_skill_is_found_by_what_people_call_it(typed, meant):
    assert meant in [term.name for term in complete(TermKind.SKILL, typed)]


def test_the_very_word_comes_first_then_what_begins_so():
    assert complete(TermKind.SKILL, "java")[0].name == "Java"
    names = [term.name for term in complete(TermKind.SKILL, "nurs")]
    assert names[0] == "Nursing"


def test_a_word_of_another_tongue_is_offered_as_it_is_and_an_abbreviation_leads_to_the_name():
    wasserbau = offers(TermKind.SKILL, "wasserb")[0]
    assert (wasserbau.words, wasserbau.beside) == ("Wasserbau", "Hydraulic engineering")
    script = offers(TermKind.SKILL, "js")[0]
    assert (script.words, script.beside) == ("JavaScript", "JS")


def test_languages_are_known_by_their_own_names_too():
    assert complete(TermKind.LANGUAGE, "deuts")[0].name == "German"
    assert complete(TermKind.LANGUAGE, "العر")[0].name == "Arabic"


def test_free_text_means_no_term():
    assert term_for(TermKind.SKILL, "Knitting for bollards") is None
    assert term_for(TermKind.SKILL, "génie hydraulique").name == "Hydraulic engineering"


def test_a_name_goes_before_the_synonym_of_another_term():
    assert term_for(TermKind.SKILL, "Simulation").name == "Simulation"


def test_there_are_words_for_many_trades_and_none_would_fall_apart_in_a_list():
    assert Term.objects.filter(kind=TermKind.SKILL).count() >= 600
    assert Term.objects.filter(kind=TermKind.FIELD).count() >= 60
    # What is offered is put between commas.
    assert not Term.objects.filter(name__contains=",").exists()
    assert not Synonym.objects.exclude(language="").filter(written__contains=",").exclude(kind="language")


def test_loading_again_changes_nothing():
    before = Term.objects.count(), Synonym.objects.count()
    assert load() == 0
    assert (Term.objects.count(), Synonym.objects.count()) == before


def test_completing_takes_one_query_however_much_is_found():
    for typed in ("a", "engineering", "nothing of the kind"):
        with CaptureQueriesContext(connection) as queries:
            complete(TermKind.SKILL, typed)
        assert len(queries) == 1


def test_the_page_offers_to_members_alone():
    answer = client_of(person("nadia", "professional")).get("/professional/complete/skill/?q=wasserb")
    assert answer.json()["options"][0] == {"value": "Wasserbau", "note": "Hydraulic engineering"}
    assert client_of(None).get("/professional/complete/skill/?q=wasserb").status_code in (302, 403)
    assert (
        client_of(person("eddy", "professional")).get("/professional/complete/nonsense/?q=a").status_code
        == 404
    )
