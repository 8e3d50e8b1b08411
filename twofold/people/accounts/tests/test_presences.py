import pytest

from tests.world import account_of, client_of, person
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.accounts.models import Presence
from twofold.people.accounts.queries import presence_at
from twofold.people.audiences.queries import by_handle, by_handles
from twofold.people.personas.actions import create_persona, edit_persona, erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def _make(handle: str, network: str = "social"):
    return create_persona(network=network, name="Someone", handle=handle)


@pytest.mark.parametrize(
    "handle", ["anna", "nadia.okafor", "Ανδρέας", "हिन्दी", "محمد", "李小龙", "j-p_r", "@bruno"]
)
def test_a_handle_may_be_of_any_script(handle):
    assert by_handle(Viewer.stranger("social"), "social", _make(handle).handle)


@pytest.mark.parametrize(
    "handle",
    ["ab", "a" * 31, "", "an na", "an/na", "an@na", ".anna", "anna.", "an..na", "admin", "Edit", "аdmin", "an\u202ena",
     "an\u200fna", "an\u200dna", "😀😀😀", "<b>", "\u0301anna"],
)  # fmt: skip
def test_what_cannot_be_a_handle_is_refused_in_words(handle):
    with pytest.raises(Refused) as refusal:
        _make(handle)
    assert refusal.value.field == "handle"
    assert refusal.value.reason


@pytest.mark.parametrize(
    ("first", "second"),
    [("paul", "раul"), ("bernard", "bemard"), ("lola", "1o1a"), ("Anna", "aNNa"), ("anna", "ａｎｎａ")],
)
def test_lookalikes_cannot_both_be(first, second):
    _make(first)
    with pytest.raises(Refused):
        _make(second)
    assert _make(second, network="professional"), "the networks know nothing of each other"


def test_a_handle_is_found_however_it_is_written():
    anna = _make("Anna.Maria")
    assert anna.handle == "anna.maria"
    assert by_handle(Viewer.stranger("social"), "social", "ANNA.maria") == anna
    assert by_handles(Viewer.stranger("social"), "social", ["Anna.Maria", "nobody"]) == {"Anna.Maria": anna}
    with pytest.raises(Absent):
        by_handle(Viewer.stranger("social"), "professional", "anna.maria")


def test_members_only_are_absent_for_strangers():
    shy = create_persona(network="social", name="Shy", handle="shy", reach=2)
    with pytest.raises(Absent):
        by_handle(Viewer.stranger("social"), "social", "shy")
    assert by_handle(Viewer.of(_make("other")), "social", "shy") == shy


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "ftp://example.org", "https://", "https://a b.org", "http://["]
)
def test_only_addresses_of_the_web_are_kept(website):
    with pytest.raises(Refused) as refusal:
        edit_persona(_make("anna"), website=website)
    assert refusal.value.field == "website"


def test_names_lose_what_would_turn_the_text_around_them():
    anna = edit_persona(_make("anna"), name="An\u202ena\u0007  B ", line="One\nline")
    assert (anna.name, anna.line) == ("Anna B", "One line")


def test_an_erased_presence_keeps_its_handle_from_others():
    erase_persona(_make("anna"))
    with pytest.raises(Absent):
        by_handle(Viewer.stranger("social"), "social", "anna")
    with pytest.raises(Refused):
        _make("anna")


def test_a_world_can_be_made():
    anna = person("anna")
    assert client_of(anna).session["_auth_user_id"]


def test_the_compiled_read_of_a_presence_is_the_one_of_the_orm(django_assert_num_queries):
    anna = person("anna", line="Baker")
    account = account_of(anna)
    plain = Presence.objects.select_related("account", "persona").get(persona=anna)
    with django_assert_num_queries(1):
        quick = presence_at(account.pk, "social")
        assert quick
        for one, other in ((quick, plain), (quick.account, plain.account), (quick.persona, plain.persona)):
            for field in type(other)._meta.concrete_fields:
                assert getattr(one, field.attname) == getattr(other, field.attname), field
    assert presence_at(account.pk, "professional") is None
