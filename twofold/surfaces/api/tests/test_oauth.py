from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests.world import account_of, client_of, new_account, person
from twofold.people.personas.models import Persona
from twofold.surfaces.api import doors as limits
from twofold.surfaces.api.models import AccessToken, Grant, RefreshToken
from twofold.surfaces.api.tests.doors import (
    BACK,
    OOB,
    Api,
    address,
    api_of,
    challenge_of,
    code_for,
    fetch,
    register,
    token_for,
)

pytestmark = pytest.mark.django_db


def me(token: str):
    return Api(token).get("accounts/verify_credentials")


def test_registering_answers_in_the_shape_of_the_field():
    app = register(f"{BACK} {OOB}", "read write:statuses", website="https://client.example")
    assert app["name"] == "Swift"
    assert app["redirect_uris"] == [BACK, OOB]
    assert app["redirect_uri"] == f"{BACK}\n{OOB}"
    assert sorted(app["scopes"]) == ["read", "write:statuses"]
    assert app["client_id"]
    assert app["client_secret"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_name": ""},
        {"redirect_uris": ""},
        {"redirect_uris": "javascript:alert(1)"},
        {"redirect_uris": "data:text/html,x"},
        {"redirect_uris": "https://a.example/#x"},
        {"redirect_uris": "/back"},
        {"scopes": "read everything"},
    ],
)
def test_registering_refuses_in_words(wrong):
    body = {"client_name": "Swift", "redirect_uris": BACK, **wrong}
    answer = Client().post("/api/v1/apps", body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_the_secret_and_the_tokens_are_kept_nowhere():
    app, persona = register(), person()
    code = code_for(app, persona)
    assert not Grant.objects.filter(code=code).exists()
    token = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK).json()
    assert set(AccessToken.objects.values_list("token", flat=True)) == {""}
    assert set(RefreshToken.objects.values_list("token", flat=True)) == {""}
    assert not AccessToken.objects.filter(token_checksum=token["access_token"]).exists()
    assert app["client_secret"] not in str(AccessToken.objects.select_related("application").values())


def test_a_code_becomes_a_token_once():
    app, persona = register(), person("ada")
    code = code_for(app, persona, state="xyz")
    first = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK)
    assert first.status_code == 200
    given = first.json()
    assert given["token_type"] == "Bearer"
    assert set(given["scope"].split()) == {"read", "write", "follow", "push"}
    assert isinstance(given["created_at"], int)
    assert me(given["access_token"]).json()["username"] == "ada"
    assert fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK).status_code == 400


def test_the_state_comes_back_with_the_code():
    app, persona = register(), person()
    answer = client_of(persona).post(address(app, "social", state="a b&c"), {"answer": "allow"})
    assert answer["Location"].startswith(BACK)
    back = parse_qs(urlsplit(answer["Location"]).query)
    assert back["state"] == ["a b&c"]
    assert back["iss"] == ["http://localhost:8000/"]


def test_a_challenge_must_be_met():
    app, persona = register(), person()
    verifier = "v" * 50
    asked = {"code_challenge": challenge_of(verifier), "code_challenge_method": "S256"}
    for sent, status in (({}, 400), ({"code_verifier": "w" * 50}, 400), ({"code_verifier": verifier}, 200)):
        code = code_for(app, persona, **asked)
        answer = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK, **sent)
        assert answer.status_code == status, answer.content


def test_a_plain_challenge_is_refused():
    app, persona = register(), person()
    where = address(app, "social", code_challenge="v" * 50, code_challenge_method="plain")
    answer = client_of(persona).post(where, {"answer": "allow"})
    assert b"code=" not in answer.headers.get("Location", "").encode()


def test_out_of_band_the_code_is_shown_on_a_page():
    app, persona = register(OOB), person()
    answer = client_of(persona).post(address(app, "social"), {"answer": "allow"})
    assert answer.status_code == 200
    code = answer.content.decode().split('readonly value="')[1].split('"')[0]
    given = fetch(app, grant_type="authorization_code", code=code, redirect_uri=OOB)
    assert given.status_code == 200
    assert me(given.json()["access_token"]).status_code == 200


def test_clients_may_send_json():
    app, persona = register(), person()
    body = {
        "client_id": app["client_id"],
        "client_secret": app["client_secret"],
        "redirect_uri": BACK,
        "grant_type": "authorization_code",
        "code": code_for(app, persona),
        "scope": "read",
        "website": "ignored",
    }
    assert Client().post("/oauth/token", body, content_type="application/json").status_code == 200


def test_an_application_gets_a_token_of_its_own():
    app = register()
    given = fetch(app, grant_type="client_credentials", scope="read").json()
    api = Api(given["access_token"])
    assert api.get("apps/verify_credentials").json()["name"] == "Swift"
    assert api.get("timelines/public").status_code == 200
    assert api.get("accounts/verify_credentials").status_code == 422
    assert api.get("timelines/home").status_code == 422


def test_wrong_secrets_and_wrong_places_are_refused():
    app, persona = register(), person()
    code = code_for(app, persona)
    wrong = {**app, "client_secret": "nonsense"}
    assert fetch(wrong, grant_type="authorization_code", code=code, redirect_uri=BACK).status_code == 401
    elsewhere = "https://evil.example/back"
    answer = fetch(app, grant_type="authorization_code", code=code, redirect_uri=elsewhere)
    assert answer.status_code == 400
    other = register()
    assert fetch(other, grant_type="authorization_code", code=code, redirect_uri=BACK).status_code == 400


def test_nobody_is_sent_to_an_address_that_was_not_registered():
    app, persona = register(), person()
    where = address(app, "social", redirect_uri="https://evil.example/")
    for answer in (client_of(persona).get(where), client_of(persona).post(where, {"answer": "allow"})):
        assert answer.status_code == 400
        assert "Location" not in answer.headers


def test_an_application_gets_no_more_than_it_registered():
    app, persona = register(scopes="read:statuses"), person()
    answer = client_of(persona).get(address(app, "social", scope="read write"))
    assert "error=invalid_scope" in answer["Location"]
    token = token_for(persona, "read:statuses", app)
    assert Api(token).get("timelines/home").status_code == 200
    assert Api(token).get("notifications").status_code == 403
    assert Api(token).post("statuses", {"status": "no"}).status_code == 403


def test_a_no_is_told_to_the_application():
    app, persona = register(), person()
    answer = client_of(persona).post(address(app, "social", state="s"), {"answer": "deny"})
    told = parse_qs(urlsplit(answer["Location"]).query)
    assert told["error"] == ["access_denied"]
    assert told["state"] == ["s"]
    assert not Grant.objects.exists()


def test_the_page_names_the_persona_and_where_it_leads():
    app, persona = register(), person("ada", name="Ada Lovelace")
    page = client_of(persona).get(address(app, "social"))
    assert page.status_code == 200
    assert b"@ada" in page.content
    assert b"client.example" in page.content
    assert "form-action 'self' https://client.example" in page["Content-Security-Policy"]


def test_a_stranger_signs_in_first_and_comes_back():
    where = address(register(), "social")
    answer = Client().get(where)
    assert answer.status_code == 302
    assert "next=%2Fsocial%2Foauth%2Fauthorize%3F" in answer["Location"]


def test_the_plain_address_asks_for_the_network_and_nothing_else():
    app, account = register(), new_account()
    work, home = person("nadia", "professional", account=account), person("nadi", "social", account=account)
    plain = address(app, "social").removeprefix("/social")
    page = client_of(work).get(plain).content.decode()
    assert "/professional/oauth/authorize?" in page
    assert "/social/oauth/authorize?" in page
    assert home.handle not in page.replace("nadia", "")


def test_refreshing_ends_the_old_pair_and_keeps_the_persona():
    app, persona = register(), person("ada")
    code = code_for(app, persona)
    first = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK).json()
    second = fetch(app, grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert second.status_code == 200, second.content
    limits.forget_bearers()
    assert me(second.json()["access_token"]).json()["username"] == "ada"
    assert me(first["access_token"]).status_code == 401
    # Used again, the old one ends the whole family: somebody copied it.
    assert fetch(app, grant_type="refresh_token", refresh_token=first["refresh_token"]).status_code == 400
    limits.forget_bearers()
    assert me(second.json()["access_token"]).status_code == 401


def test_a_revoked_token_ends_at_once_with_its_refresh_token():
    app, persona = register(), person()
    code = code_for(app, persona)
    given = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK).json()
    assert me(given["access_token"]).status_code == 200
    body = {
        "client_id": app["client_id"],
        "client_secret": app["client_secret"],
        "token": given["access_token"],
    }
    assert Client().post("/oauth/revoke", body).status_code == 200
    assert me(given["access_token"]).status_code == 401
    again = fetch(app, grant_type="refresh_token", refresh_token=given["refresh_token"])
    assert again.status_code == 400


def test_another_application_cannot_revoke_it():
    token, other = token_for(person()), register()
    body = {"client_id": other["client_id"], "client_secret": other["client_secret"], "token": token}
    Client().post("/oauth/revoke", body)
    assert me(token).status_code == 200


def end_by_password(persona: Persona) -> None:
    account = account_of(persona)
    account.set_password("another long one")
    account.save()


def end_by_suspension(persona: Persona) -> None:
    Persona.objects.filter(pk=persona.pk).update(state=Persona.State.SUSPENDED)


def end_by_closing(persona: Persona) -> None:
    account = account_of(persona)
    account.is_active = False
    account.save()


@pytest.mark.parametrize("end", [end_by_password, end_by_suspension, end_by_closing])
def test_tokens_end_within_two_seconds_of(end):
    app, persona = register(), person()
    code = code_for(app, persona)
    given = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK).json()
    assert me(given["access_token"]).status_code == 200
    unfetched = code_for(app, persona)
    end(persona)
    limits.forget_bearers()  # what every process does by itself after a second
    assert limits.KNOWN_FOR <= 1
    assert me(given["access_token"]).status_code == 401
    again = fetch(app, grant_type="refresh_token", refresh_token=given["refresh_token"])
    assert again.status_code == 400
    late = fetch(app, grant_type="authorization_code", code=unfetched, redirect_uri=BACK)
    assert late.status_code == 400


def test_a_token_and_a_code_grow_old():
    app, persona = register(), person()
    token, code = token_for(persona, app=app), code_for(app, persona)
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        late = fetch(app, grant_type="authorization_code", code=code, redirect_uri=BACK)
        assert late.status_code == 400
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        assert me(token).status_code == 401


def test_applications_are_listed_for_each_network_and_ended_there():
    app, account = register(), new_account()
    work, home = person("nadia", "professional", account=account), person("nadi", account=account)
    tokens = {each.network: token_for(each, "read", app) for each in (work, home)}
    browser = client_of(work)
    assert b"Swift" in browser.get("/professional/apps/").content
    application = AccessToken.objects.get(user=work).application
    where = browser.get("/professional/apps/").content.decode().split('action="')
    end = next(each.split('"')[0] for each in where if "/end" in each[:80])
    assert browser.post(end).status_code == 302
    assert b"Swift" not in browser.get("/professional/apps/").content
    assert me(tokens["professional"]).status_code == 401
    assert me(tokens["social"]).status_code == 200
    assert AccessToken.objects.filter(user=home, application=application).exists()


def test_guessing_is_slowed_down():
    app = register()
    wrong = {**app, "client_secret": "nonsense"}
    answers = {fetch(wrong, grant_type="client_credentials").status_code for _each in range(61)}
    assert answers == {401, 429}


def test_any_page_may_call_the_door_but_no_cookie_counts():
    persona = person()
    answer = client_of(persona).get("/api/v1/timelines/home")
    assert answer.status_code == 401
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    for path in ("/api/v1/timelines/home", "/oauth/token"):
        asked = Client().options(path, headers={"Origin": "https://elk.example"})
        assert asked.status_code == 204
        assert "Authorization" in asked["Access-Control-Allow-Headers"]
    assert api_of(persona).get("timelines/home").cookies == {}


def test_the_settings_lead_to_the_applications_of_each_presence():
    persona = person("ada")
    page = client_of(persona).get("/settings/")
    assert page.status_code == 200
    assert b'href="/social/apps/"' in page.content
    assert b'href="/professional/apps/"' not in page.content
